import { codes, numbers, type QuestionKind, quoted, range, valuesOf } from '../question'
import { berths, ferry, sailingStates } from './ferry'

const vessel = quoted(valuesOf(ferry, 'vessel', 'name'))
const harbour = quoted(valuesOf(ferry, 'harbour', 'name'))
const state = codes(sailingStates)
const berth = codes(berths)
const year = numbers([2022, 2023, 2024])
const aboard = range(20, 580, 20)

export const ferryQuestions: readonly QuestionKind[] = [
  {
    name: 'full sailings',
    ask: [
      'How many sailings in {year} carried more than {aboard} people?',
      'Count the sailings of {year} with over {aboard} people aboard.',
    ],
    slots: { year, aboard },
    tables: ['sailing'],
    query: ({ year, aboard }) => ({
      select: 'COUNT(*)',
      from: 'sailing',
      where: [`EXTRACT(YEAR FROM sailed) = ${year}`, `aboard > ${aboard}`],
    }),
    misnamed: ['aboard', 'passengers'],
  },
  {
    name: 'vessels by size',
    ask: [
      'Which vessels built after {built} take more than {cars} cars?',
      'Name the ferries built later than {built} with room for over {cars} cars.',
    ],
    slots: { built: numbers([1977, 1985, 1990, 1995, 2000, 2005]), cars: numbers([0, 10, 20, 40, 60]) },
    tables: ['vessel'],
    query: ({ built, cars }) => ({
      select: 'name',
      from: 'vessel',
      where: [`built > ${built}`, `cars > ${cars}`],
      orderBy: 'name',
    }),
    misnamed: ['built', 'year_built'],
  },
  {
    name: 'sailings by state',
    ask: ['How many sailings were {state} in {year}?', 'In {year}, how many sailings were {state}?'],
    slots: { state, year },
    tables: ['sailing'],
    coded: [{ table: 'sailing', column: 'state', slot: 'state' }],
    query: ({ state, year }) => ({
      select: 'COUNT(*)',
      from: 'sailing',
      where: [`EXTRACT(YEAR FROM sailed) = ${year}`, `state = ${state}`],
    }),
    misnamed: ['state', 'status'],
  },
  {
    name: 'state of a vessel',
    ask: ['How often was a sailing of the {vessel} {state}?', 'Count the sailings of the {vessel} that were {state}.'],
    slots: { vessel, state },
    tables: ['sailing', 'vessel'],
    coded: [{ table: 'sailing', column: 'state', slot: 'state' }],
    query: ({ vessel, state }) => ({
      select: 'COUNT(*)',
      from: 'sailing',
      join: ['vessel ON vessel.id = sailing.vessel_id'],
      where: [`vessel.name = ${vessel}`, `sailing.state = ${state}`],
    }),
    otherwise: ({ vessel, state }) =>
      `SELECT COUNT(*) FROM sailing WHERE state = ${state} AND vessel_id = (SELECT id FROM vessel WHERE name = ${vessel})`,
    misnamed: ['state', 'outcome'],
  },
  {
    name: 'bookings by class',
    ask: [
      'What did all {berth} bookings on the {vessel} bring in?',
      'Add up the fares of the {berth} bookings on the {vessel}.',
    ],
    slots: { berth, vessel },
    tables: ['booking', 'sailing', 'vessel'],
    coded: [{ table: 'booking', column: 'class', slot: 'berth' }],
    query: ({ berth, vessel }) => ({
      select: 'SUM(booking.fare)',
      from: 'booking',
      join: ['sailing ON sailing.id = booking.sailing_id', 'vessel ON vessel.id = sailing.vessel_id'],
      where: [`vessel.name = ${vessel}`, `booking.class = ${berth}`],
    }),
    misnamed: ['class', 'category'],
  },
  {
    name: 'sailings from a harbour',
    ask: ['How many sailings left {harbour} in {year}?', 'In {year}, how many sailings started from {harbour}?'],
    slots: { harbour, year },
    tables: ['sailing', 'route', 'harbour'],
    query: ({ harbour, year }) => ({
      select: 'COUNT(*)',
      from: 'sailing',
      join: ['route ON route.id = sailing.route_id', 'harbour ON harbour.id = route.from_id'],
      where: [`harbour.name = ${harbour}`, `EXTRACT(YEAR FROM sailing.sailed) = ${year}`],
    }),
    misnamed: ['sailed', 'departure'],
  },
  {
    name: 'average aboard',
    ask: [
      'How many people were aboard the {vessel} on average in {year}, to two decimals?',
      'What is the mean number of people (two decimals) aboard the {vessel} in {year}?',
    ],
    slots: { vessel, year },
    tables: ['sailing', 'vessel'],
    query: ({ vessel, year }) => ({
      select: 'ROUND(AVG(sailing.aboard), 2)',
      from: 'sailing',
      join: ['vessel ON vessel.id = sailing.vessel_id'],
      where: [`vessel.name = ${vessel}`, `EXTRACT(YEAR FROM sailing.sailed) = ${year}`],
    }),
    misnamed: ['aboard', 'passenger_count'],
  },
  {
    name: 'vessel most often in a state',
    ask: [
      'Which vessel had the most sailings that were {state}, counting only those from {harbour}?',
      'From {harbour}, which vessel was {state} most often?',
    ],
    slots: { state, harbour },
    tables: ['sailing', 'vessel', 'route', 'harbour'],
    coded: [{ table: 'sailing', column: 'state', slot: 'state' }],
    query: ({ state, harbour }) => ({
      select: 'vessel.name',
      from: 'sailing',
      join: [
        'vessel ON vessel.id = sailing.vessel_id',
        'route ON route.id = sailing.route_id',
        'harbour ON harbour.id = route.from_id',
      ],
      where: [`harbour.name = ${harbour}`, `sailing.state = ${state}`],
      groupBy: 'vessel.name',
      orderBy: 'COUNT(*) DESC, vessel.name',
      limit: 1,
    }),
    misnamed: ['state', 'sailing_status'],
  },
  {
    name: 'dear bookings',
    ask: [
      'How many {berth} bookings cost more than {fare}?',
      'Count the bookings of class {berth} with a fare over {fare}.',
    ],
    slots: { berth, fare: range(10, 170, 10) },
    tables: ['booking'],
    coded: [{ table: 'booking', column: 'class', slot: 'berth' }],
    query: ({ berth, fare }) => ({
      select: 'COUNT(*)',
      from: 'booking',
      where: [`class = ${berth}`, `fare > ${fare}`],
    }),
    misnamed: ['fare', 'price'],
  },
]
