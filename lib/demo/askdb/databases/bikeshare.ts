import { Random } from '../../random'
import { day, people, rows } from '../people'
import { columns, type Database } from '../schema'

const random = new Random('askdb/bikeshare')
export const quarters = ['Centre', 'Docklands', 'University', 'Westend', 'Park Side', 'Airport']
export const bikeKinds = { 'ordinary bike': 'STD', 'electric bike': 'ELB', 'cargo bike': 'CGO' }
export const plans = { 'pay-as-you-go': 'P0', monthly: 'M30', yearly: 'Y365', student: 'ST90' }
export const priorities = { urgent: '1-URGENT', 'can wait a week': '2-SOON', routine: '3-ROUTINE' }
export const faults = { brakes: 'BRK', tyres: 'TYR', chain: 'CHN', battery: 'BAT', lights: 'LGT' }
const places = [
  'Market',
  'Bridge',
  'Opera',
  'Station',
  'Gallery',
  'Stadium',
  'Hospital',
  'Town Hall',
  'Library',
  'Ferry',
  'Museum',
  'Campus',
  'Fountain',
  'Mill',
  'Tower',
  'Gardens',
  'Viaduct',
  'Cathedral',
  'Arena',
  'Lock',
]

const stations = rows(
  20,
  (id) => [places[id - 1] ?? '', random.pick(quarters), random.between(8, 40), random.between(2014, 2023)] as const,
)
const bikes = rows(
  80,
  () => [random.pick(Object.values(bikeKinds)), random.between(2015, 2023), random.between(40, 19_800)] as const,
)
const names = people(random, 70)
const riders = rows(
  70,
  (id) =>
    [
      names[id - 1] ?? '',
      random.between(1950, 2007),
      random.pick(Object.values(plans)),
      day(random, 2018, 2024),
    ] as const,
)
const trips = rows(520, () => {
  const minutes = random.between(3, 94)
  return [
    random.between(1, 80),
    random.between(1, 70),
    random.between(1, 20),
    random.between(1, 20),
    day(random, 2022, 2024),
    minutes,
    (1 + minutes * 0.12).toFixed(2),
  ] as const
})
const repairs = rows(
  170,
  () =>
    [
      random.between(1, 80),
      day(random, 2022, 2024),
      random.pick(Object.values(faults)),
      random.weighted([
        ['3-ROUTINE', 4],
        ['2-SOON', 3],
        ['1-URGENT', 2],
      ]),
      (8 + random.next() * 140).toFixed(2),
    ] as const,
)

/** A bike-share scheme. Kinds of bike, plans, faults and repair priorities are codes. */
export const bikeshare: Database = {
  name: 'bikeshare',
  about: 'trips and repairs of a city bike-share scheme',
  tables: [
    {
      name: 'station',
      columns: columns('id integer', 'name text', 'quarter text', 'docks integer', 'opened integer'),
      rows: stations,
    },
    { name: 'bike', columns: columns('id integer', 'kind text', 'bought integer', 'km integer'), rows: bikes },
    {
      name: 'rider',
      columns: columns('id integer', 'name text', 'born integer', 'plan text', 'joined date'),
      rows: riders,
    },
    {
      name: 'trip',
      columns: columns(
        'id integer',
        'bike_id → bike',
        'rider_id → rider',
        'from_id → station',
        'to_id → station',
        'ridden date',
        'minutes integer',
        'fare money',
      ),
      rows: trips,
    },
    {
      name: 'repair',
      columns: columns('id integer', 'bike_id → bike', 'reported date', 'fault text', 'priority text', 'cost money'),
      rows: repairs,
    },
  ],
}
