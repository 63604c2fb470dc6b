import { codes, numbers, type QuestionKind, quoted, range, valuesOf } from '../question'
import { bikeKinds, bikeshare, faults, plans, priorities, quarters } from './bikeshare'

const station = quoted(valuesOf(bikeshare, 'station', 'name'))
const quarter = quoted(quarters)
const year = numbers([2022, 2023, 2024])
const kind = codes(bikeKinds)
const plan = codes(plans)
const priority = codes(priorities)
const fault = codes(faults)
const minutes = range(5, 90, 5)

export const bikeshareQuestions: readonly QuestionKind[] = [
  {
    name: 'long trips',
    ask: [
      'How many trips in {year} lasted longer than {minutes} minutes?',
      'Count the trips of {year} that took more than {minutes} minutes.',
    ],
    slots: { year, minutes },
    tables: ['trip'],
    query: ({ year, minutes }) => ({
      select: 'COUNT(*)',
      from: 'trip',
      where: [`EXTRACT(YEAR FROM ridden) = ${year}`, `minutes > ${minutes}`],
    }),
    misnamed: ['minutes', 'duration'],
  },
  {
    name: 'repairs by priority',
    ask: [
      'How many repairs of the {fault} are {priority}?',
      'Count the repairs to do with {fault} that are marked as {priority}.',
    ],
    slots: { fault, priority },
    tables: ['repair'],
    coded: [
      { table: 'repair', column: 'priority', slot: 'priority' },
      { table: 'repair', column: 'fault', slot: 'fault' },
    ],
    query: ({ fault, priority }) => ({
      select: 'COUNT(*)',
      from: 'repair',
      where: [`fault = ${fault}`, `priority = ${priority}`],
    }),
    misnamed: ['priority', 'urgency'],
  },
  {
    name: 'cost of repairs',
    ask: [
      'What did {priority} repairs cost in {year} altogether?',
      'What is the total cost of the repairs reported in {year} that are {priority}?',
    ],
    slots: { priority, year },
    tables: ['repair'],
    coded: [{ table: 'repair', column: 'priority', slot: 'priority' }],
    query: ({ priority, year }) => ({
      select: 'SUM(cost)',
      from: 'repair',
      where: [`priority = ${priority}`, `EXTRACT(YEAR FROM reported) = ${year}`],
    }),
    misnamed: ['cost', 'price'],
  },
  {
    name: 'trips from a station',
    ask: [
      'How many trips started at {station} in {year}?',
      'In {year}, how many rides began at the {station} station?',
    ],
    slots: { station, year },
    tables: ['trip', 'station'],
    query: ({ station, year }) => ({
      select: 'COUNT(*)',
      from: 'trip',
      join: ['station ON station.id = trip.from_id'],
      where: [`station.name = ${station}`, `EXTRACT(YEAR FROM trip.ridden) = ${year}`],
    }),
    otherwise: ({ station, year }) =>
      `SELECT COUNT(*) FROM trip WHERE from_id = (SELECT id FROM station WHERE name = ${station}) AND EXTRACT(YEAR FROM ridden) = ${year}`,
    misnamed: ['ridden', 'started_at'],
  },
  {
    name: 'stations with docks',
    ask: [
      'Which stations in the {quarter} quarter have more than {docks} docks?',
      'Name the stations in {quarter} with over {docks} docks.',
    ],
    slots: { quarter, docks: range(8, 34, 2) },
    tables: ['station'],
    query: ({ quarter, docks }) => ({
      select: 'name',
      from: 'station',
      where: [`quarter = ${quarter}`, `docks > ${docks}`],
      orderBy: 'name',
    }),
    misnamed: ['docks', 'capacity'],
  },
  {
    name: 'fares by plan',
    ask: [
      'What did riders on the {plan} plan pay in {year}, all trips together?',
      'Add up the fares of {year} for riders with {a plan} plan.',
    ],
    slots: { plan, year },
    tables: ['trip', 'rider'],
    coded: [{ table: 'rider', column: 'plan', slot: 'plan' }],
    query: ({ plan, year }) => ({
      select: 'SUM(trip.fare)',
      from: 'trip',
      join: ['rider ON rider.id = trip.rider_id'],
      where: [`rider.plan = ${plan}`, `EXTRACT(YEAR FROM trip.ridden) = ${year}`],
    }),
    misnamed: ['fare', 'amount'],
  },
  {
    name: 'busiest destination',
    ask: [
      'Where did most trips from {station} end?',
      'Which station is the most frequent destination of trips that start at {station}?',
    ],
    slots: { station },
    tables: ['trip', 'station'],
    query: ({ station }) => ({
      select: 'goal.name',
      from: 'trip',
      join: ['station start ON start.id = trip.from_id', 'station goal ON goal.id = trip.to_id'],
      where: [`start.name = ${station}`],
      groupBy: 'goal.name',
      orderBy: 'COUNT(*) DESC, goal.name',
      limit: 1,
    }),
    misnamed: ['name', 'station_name'],
  },
  {
    name: 'mean duration',
    ask: [
      'How many minutes does a trip by {kind} from {quarter} take on average, to two decimals?',
      'What is the mean duration in minutes (two decimals) of trips by {kind} that start in {quarter}?',
    ],
    slots: { kind, quarter },
    tables: ['trip', 'bike', 'station'],
    coded: [{ table: 'bike', column: 'kind', slot: 'kind' }],
    query: ({ kind, quarter }) => ({
      select: 'ROUND(AVG(trip.minutes), 2)',
      from: 'trip',
      join: ['bike ON bike.id = trip.bike_id', 'station ON station.id = trip.from_id'],
      where: [`bike.kind = ${kind}`, `station.quarter = ${quarter}`],
    }),
    misnamed: ['minutes', 'duration_min'],
  },
  {
    name: 'much repaired bikes',
    ask: [
      'How many {kind}s were bought in {bought} or later and have ridden over {km} km?',
      'Count the {kind}s bought since {bought} with more than {km} km.',
    ],
    slots: { kind, bought: numbers([2016, 2018, 2020, 2021]), km: range(1000, 18_000, 1000) },
    tables: ['bike'],
    coded: [{ table: 'bike', column: 'kind', slot: 'kind' }],
    query: ({ kind, bought, km }) => ({
      select: 'COUNT(*)',
      from: 'bike',
      where: [`kind = ${kind}`, `bought >= ${bought}`, `km > ${km}`],
    }),
    misnamed: ['km', 'mileage'],
  },
  {
    name: 'riders never urgent',
    ask: [
      'How many riders on the {plan} plan have ridden a bike that had {priority} repair of its {fault}?',
      'Count the {plan} riders who used a bike with {priority} {fault} repair on record.',
    ],
    slots: { plan, fault, priority: codes({ 'an urgent': '1-URGENT', 'a routine': '3-ROUTINE' }) },
    tables: ['rider', 'trip', 'repair'],
    coded: [
      { table: 'repair', column: 'fault', slot: 'fault' },
      { table: 'repair', column: 'priority', slot: 'priority' },
      { table: 'rider', column: 'plan', slot: 'plan' },
    ],
    query: ({ plan, fault, priority }) => ({
      select: 'COUNT(DISTINCT rider.id)',
      from: 'rider',
      join: ['trip ON trip.rider_id = rider.id', 'repair ON repair.bike_id = trip.bike_id'],
      where: [`rider.plan = ${plan}`, `repair.fault = ${fault}`, `repair.priority = ${priority}`],
    }),
    misnamed: ['fault', 'problem'],
  },
]
