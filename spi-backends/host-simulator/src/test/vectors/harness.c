// Executes short pieces of AArch64 code from given states and prints what they changed; see Vectors.java.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

enum { GENERAL = 12, VECTORS = 8, BASE = 8, MEMORY = 96, MIDDLE = 48, MAX_STATES = 256, MAX_WORDS = 64 };

struct state {
  uint64_t x[GENERAL];
  uint64_t v[VECTORS][2];
  uint64_t nzcv;
};

void run(struct state *state, void *code);

static struct state states[MAX_STATES];
static uint8_t memory[MEMORY] __attribute__((aligned(64)));

static void execute(uint32_t *code, int words, int number) {
  struct state state = states[number];
  uint8_t before[MEMORY];
  for (int i = 0; i < MEMORY; i++) {
    before[i] = memory[i] = (uint8_t) (number * 31 + i * 77 + 5);
  }
  state.x[BASE] = (uint64_t) (memory + MIDDLE);
  code[words] = 0xd65f03c0;
  __builtin___clear_cache((char *) code, (char *) (code + words + 1));
  run(&state, code);
  printf("r %d %x", number, (unsigned) (state.nzcv >> 28));
  for (int i = 0; i < GENERAL; i++) {
    if (i == BASE) {
      long moved = (long) (state.x[i] - (uint64_t) (memory + MIDDLE));
      if (moved != 0) {
        printf(" b=%ld", moved);
      }
    } else if (state.x[i] != states[number].x[i]) {
      printf(" x%d=%lx", i, state.x[i]);
    }
  }
  for (int i = 0; i < VECTORS; i++) {
    if (memcmp(state.v[i], states[number].v[i], 16) != 0) {
      printf(" v%d=%lx:%lx", i, state.v[i][1], state.v[i][0]);
    }
  }
  for (int i = 0; i < MEMORY; i++) {
    if (memory[i] != before[i]) {
      printf(" m%d=%x", i, memory[i]);
    }
  }
  printf("\n");
}

int main(void) {
  static char line[1 << 16];
  uint32_t *code = mmap(NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  int words = 0;
  if (code == MAP_FAILED) {
    perror("mmap");
    return 1;
  }
  while (fgets(line, sizeof line, stdin)) {
    char *at = line + 1;
    switch (line[0]) {
      case 's': {
        struct state *state = &states[strtol(at, &at, 10)];
        for (int i = 0; i < GENERAL; i++) {
          state->x[i] = strtoull(at, &at, 16);
        }
        for (int i = 0; i < VECTORS; i++) {
          state->v[i][1] = strtoull(at, &at, 16);
          state->v[i][0] = strtoull(at, &at, 16);
        }
        state->nzcv = strtoull(at, &at, 16) << 28;
        fputs(line, stdout);
        break;
      }
      case 'i':
        for (words = 0; *(at = at + strspn(at, " ")) != ';'; words++) {
          code[words] = (uint32_t) strtoul(at, &at, 16);
        }
        fputs(line, stdout);
        break;
      case 'x': {
        uint32_t kept[MAX_WORDS];
        memcpy(kept, code, sizeof kept);
        while (*(at = at + strspn(at, " ")) != '\n') {
          execute(code, words, (int) strtol(at, &at, 10));
          memcpy(code, kept, sizeof kept);
        }
        break;
      }
      default:
        fputs(line, stdout);
    }
  }
  return 0;
}
