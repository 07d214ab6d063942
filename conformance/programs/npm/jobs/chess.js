// Legal moves, counted.
const { Chess } = require('chess.js');
const chess = new Chess();
for (const move of ['e4', 'e5', 'Nf3', 'Nc6', 'Bb5', 'a6', 'Bxc6', 'dxc6', 'O-O']) {
  chess.move(move);
}
console.log(chess.ascii(), chess.fen(), chess.moves().length, chess.history(), chess.pgn());
const count = (depth) => (depth === 0 ? 1 : chess.moves().reduce((sum, move) => (chess.move(move), (sum += count(depth - 1)), chess.undo(), sum), 0));
console.log(count(2));
