import { Random } from '../../random'
import { day, people, rows } from '../people'
import { columns, type Database } from '../schema'

const random = new Random('askdb/cinema')
export const filmGenres = ['drama', 'comedy', 'thriller', 'animation', 'documentary', 'western']
export const languages = { 'in the original language': 'OV', 'with subtitles': 'OMU', dubbed: 'SYN' }
export const channels = {
  online: 'W1',
  'at the box office': 'B1',
  'through the app': 'A2',
  'as part of a subscription': 'S9',
}
export const screens = {
  'with a large-format screen': 'XL',
  'with an ordinary screen': 'N',
  'with a laser projector': 'LZ',
}
const hallNames = ['Aurora', 'Bijou', 'Corso', 'Delphi', 'Electra', 'Forum']
const first = ['Paper', 'Midnight', 'Northern', 'Hollow', 'Second', 'Amber', 'Silent', 'Broken', 'Distant', 'Crooked']
const last = [
  'Harbour',
  'Summer',
  'Witness',
  'Kingdom',
  'Orchestra',
  'Fever',
  'Crossing',
  'Parade',
  'Signal',
  'Inheritance',
]

const directors = people(random, 24)
const titles = random.sample(
  first.flatMap((start) => last.map((end) => `${start} ${end}`)),
  60,
)
const films = rows(
  60,
  (id) =>
    [
      titles[id - 1] ?? '',
      random.pick(directors),
      random.between(1994, 2024),
      random.between(78, 187),
      random.pick(filmGenres),
      random.pick(['0', '6', '12', '16', '18']),
    ] as const,
)
const halls = rows(
  6,
  (id) => [hallNames[id - 1] ?? '', random.between(40, 420), random.pick(Object.values(screens))] as const,
)
const screenings = rows(
  230,
  () =>
    [
      random.between(1, 60),
      random.between(1, 6),
      day(random, 2023, 2024),
      random.pick([11, 14, 17, 18, 20, 21, 22]),
      random.pick(Object.values(languages)),
    ] as const,
)
const tickets = rows(
  760,
  () =>
    [
      random.between(1, 230),
      `${random.pick([...'ABCDEFGHJK'])}${random.between(1, 24)}`,
      random.pick(['6.50', '8.00', '9.50', '11.00', '13.50']),
      random.weighted([
        ['W1', 4],
        ['B1', 3],
        ['A2', 3],
        ['S9', 1],
      ]),
    ] as const,
)

/** A cinema with six halls. Versions, sales channels and screens are codes. */
export const cinema: Database = {
  name: 'cinema',
  about: 'the programme and ticket sales of a cinema',
  tables: [
    {
      name: 'film',
      columns: columns(
        'id integer',
        'title text',
        'director text',
        'released integer',
        'runtime integer',
        'genre text',
        'rating text',
      ),
      rows: films,
    },
    { name: 'hall', columns: columns('id integer', 'name text', 'seats integer', 'screen text'), rows: halls },
    {
      name: 'screening',
      columns: columns('id integer', 'film_id → film', 'hall_id → hall', 'shown date', 'hour integer', 'version text'),
      rows: screenings,
    },
    {
      name: 'ticket',
      columns: columns('id integer', 'screening_id → screening', 'seat text', 'price money', 'channel text'),
      rows: tickets,
    },
  ],
}
