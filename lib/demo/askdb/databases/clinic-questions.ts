import { codes, numbers, type QuestionKind, quoted, valuesOf } from '../question'
import { clinic, drugs, insurances, kept, specialties, towns, urgencies } from './clinic'

const specialty = quoted(specialties)
const town = quoted(towns)
const drug = quoted(drugs)
const doctor = quoted(valuesOf(clinic, 'doctor', 'name'))
const year = numbers([2022, 2023, 2024])
const urgency = codes(urgencies)
const outcome = codes(kept)
const insurance = codes(insurances)

export const clinicQuestions: readonly QuestionKind[] = [
  {
    name: 'referrals by urgency',
    ask: [
      'How many {urgency} referrals to {specialty} were written?',
      'Count the referrals to {specialty} that are {urgency}.',
    ],
    slots: { urgency, specialty },
    tables: ['referral'],
    coded: [{ table: 'referral', column: 'urgency', slot: 'urgency' }],
    query: ({ urgency, specialty }) => ({
      select: 'COUNT(*)',
      from: 'referral',
      where: [`specialty = ${specialty}`, `urgency = ${urgency}`],
    }),
    misnamed: ['urgency', 'priority'],
  },
  {
    name: 'appointments of a doctor',
    ask: [
      'How many of the appointments with {doctor} were {outcome}?',
      'Of {doctor}, how many appointments were {outcome}?',
    ],
    slots: { doctor, outcome },
    tables: ['appointment', 'doctor'],
    coded: [{ table: 'appointment', column: 'outcome', slot: 'outcome' }],
    query: ({ doctor, outcome }) => ({
      select: 'COUNT(*)',
      from: 'appointment',
      join: ['doctor ON doctor.id = appointment.doctor_id'],
      where: [`doctor.name = ${doctor}`, `appointment.outcome = ${outcome}`],
    }),
    otherwise: ({ doctor, outcome }) =>
      `SELECT COUNT(*) FROM appointment WHERE outcome = ${outcome} AND doctor_id = (SELECT id FROM doctor WHERE name = ${doctor})`,
    misnamed: ['outcome', 'status'],
  },
  {
    name: 'prescriptions for long',
    ask: [
      'How many times was {drug} prescribed for more than {days} days?',
      'Count the prescriptions of {drug} for over {days} days.',
    ],
    slots: { drug, days: numbers([5, 7, 10, 14, 30]) },
    tables: ['prescription'],
    query: ({ drug, days }) => ({
      select: 'COUNT(*)',
      from: 'prescription',
      where: [`drug = ${drug}`, `days > ${days}`],
    }),
    misnamed: ['days', 'duration'],
  },
  {
    name: 'patients of a town',
    ask: [
      'How many patients from {town} are {insurance}?',
      'What is the number of {insurance} patients who live in {town}?',
    ],
    slots: {
      town,
      insurance: codes({ 'privately insured': 'PR', 'in statutory insurance': 'ST', 'self-paying': 'SP' }),
    },
    tables: ['patient'],
    coded: [{ table: 'patient', column: 'insurance', slot: 'insurance' }],
    query: ({ town, insurance }) => ({
      select: 'COUNT(*)',
      from: 'patient',
      where: [`town = ${town}`, `insurance = ${insurance}`],
    }),
    misnamed: ['insurance', 'insurance_type'],
  },
  {
    name: 'minutes in a specialty',
    ask: [
      'How long were the appointments in {specialty} in {year} on average, in minutes with two decimals?',
      'What is the average length in minutes (two decimals) of {specialty} appointments in {year}?',
    ],
    slots: { specialty, year },
    tables: ['appointment', 'doctor'],
    query: ({ specialty, year }) => ({
      select: 'ROUND(AVG(appointment.minutes), 2)',
      from: 'appointment',
      join: ['doctor ON doctor.id = appointment.doctor_id'],
      where: [`doctor.specialty = ${specialty}`, `EXTRACT(YEAR FROM appointment.held) = ${year}`],
    }),
    misnamed: ['minutes', 'length'],
  },
  {
    name: 'busiest doctor',
    ask: [
      'Which doctor in {specialty} had the most appointments in {year}?',
      'In {year}, who held the most appointments in {specialty}?',
    ],
    slots: { specialty, year },
    tables: ['appointment', 'doctor'],
    query: ({ specialty, year }) => ({
      select: 'doctor.name',
      from: 'appointment',
      join: ['doctor ON doctor.id = appointment.doctor_id'],
      where: [`doctor.specialty = ${specialty}`, `EXTRACT(YEAR FROM appointment.held) = ${year}`],
      groupBy: 'doctor.name',
      orderBy: 'COUNT(*) DESC, doctor.name',
      limit: 1,
    }),
    misnamed: ['held', 'appointment_date'],
  },
  {
    name: 'patients referred and treated',
    ask: [
      'How many patients from {town} with {a urgency} referral were given {drug}?',
      'Count the patients in {town} who have {a urgency} referral and a prescription of {drug}.',
    ],
    slots: { town, urgency, drug },
    tables: ['patient', 'referral', 'prescription'],
    coded: [{ table: 'referral', column: 'urgency', slot: 'urgency' }],
    query: ({ town, urgency, drug }) => ({
      select: 'COUNT(DISTINCT patient.id)',
      from: 'patient',
      join: ['referral ON referral.patient_id = patient.id', 'prescription ON prescription.patient_id = patient.id'],
      where: [`patient.town = ${town}`, `referral.urgency = ${urgency}`, `prescription.drug = ${drug}`],
    }),
    misnamed: ['urgency', 'urgency_level'],
  },
  {
    name: 'no-shows of a town',
    ask: [
      'How many appointments of patients from {town} were {outcome} in {year}?',
      'In {year}, how many appointments by people from {town} were {outcome}?',
    ],
    slots: { town, outcome, year },
    tables: ['appointment', 'patient'],
    coded: [{ table: 'appointment', column: 'outcome', slot: 'outcome' }],
    query: ({ town, outcome, year }) => ({
      select: 'COUNT(*)',
      from: 'appointment',
      join: ['patient ON patient.id = appointment.patient_id'],
      where: [
        `patient.town = ${town}`,
        `appointment.outcome = ${outcome}`,
        `EXTRACT(YEAR FROM appointment.held) = ${year}`,
      ],
    }),
    misnamed: ['outcome', 'state'],
  },
  {
    name: 'patients with several prescriptions',
    ask: [
      'Which {insurance} patients from {town} have at least {least} prescriptions?',
      'Name the {insurance} patients in {town} with {least} or more prescriptions.',
    ],
    slots: { insurance, town, least: numbers([4, 5]) },
    tables: ['patient', 'prescription'],
    coded: [{ table: 'patient', column: 'insurance', slot: 'insurance' }],
    query: ({ insurance, town, least }) => ({
      select: 'patient.name',
      from: 'patient',
      join: ['prescription ON prescription.patient_id = patient.id'],
      where: [`patient.insurance = ${insurance}`, `patient.town = ${town}`],
      groupBy: 'patient.name',
      having: `COUNT(*) >= ${least}`,
      orderBy: 'patient.name',
    }),
    misnamed: ['insurance', 'insurer'],
  },
]
