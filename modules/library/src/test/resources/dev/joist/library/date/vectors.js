// Makes vectors.tsv: `TZ=Europe/Berlin node vectors.js > vectors.tsv`. Function, argument as JSON, result.
const out = (...fields) => console.log(fields.join('\t'));
const texts = ['2012', '12', '45', '13', 'Jan', 'Jan 2020', '2020 Jan', '5 Jan', 'Jan 5 2020 10:30', '1/2/2020', '1/2', '2020/3', '2020/3/4', '12:30',
  'Thu Jan 01 1970 00:00:00 GMT+0100 (CET)', 'Sun, 22 Nov 2026 13:17:00 GMT', '2020-1-5', '2020-01-05 10:20', '2020-01-05T10:20:30.123456Z', '2020-01', 'foo 2020',
  '2020 foo', 'Jan 5 2020 5:30 PM', 'Jan 5 2020 12:30 am', 'Jan 5 2020 13:30 PM', '2020-01-05T24:00', '2020-01-05T25:00', '1 2 3 4', '2020-13-01', '2020-02-31',
  'Jan 32 2020', '10 Dec 99', '2020-01-05T10:20+01', '2020-01-05T10:20+0100', '20200105', 'Dec 25, 1995 EST', '+002020-01-01', '-000000-01-01T00:00Z',
  'Jan 1 2020 00:00 +05:30', '2020-01-01T00:00:00.5', '2020-03-29T02:30', '2020-10-25T02:30', '2020-07-01', '2020-07-01T00:00', '-271821-04-20T00:00Z',
  '+275760-09-13T00:00:00.001Z', '', 'x', 'March 7, 2021', 'Mar 7 2021 10:00:00 PST', 'Mon, 25 Dec 1995 13:30:00 +0430', '2020-01-01T10:00:00-03:30', '1e3',
  '1995-12-17T03:24:00', 'December 17, 1995 03:24:00', '12/25/95', '2024-06-15T12:00:00.123Z'];
for (const text of texts) out('parse', JSON.stringify(text), Date.parse(text));
const times = [0, -1, 1, 951782400000, 951868800000, 1600000000123, -62198755200000, -62198755200001, 253402300800000, 8.64e15, 1585443599999, 1585443600000,
  1603584000000, 1603587600000, 915148799999, -2208988800000 + 3600000 * 24 * 365 * 2, 1e12, 1234567890987];
for (const time of times) {
  const date = new Date(time);
  for (const method of ['toISOString', 'toUTCString', 'toString', 'toDateString', 'toTimeString', 'toLocaleTimeString']) out(method, time, date[method]());
  if (time > -2208988800000 && time < 253402300800000) out('toLocaleDateString', time, date.toLocaleDateString());
}
