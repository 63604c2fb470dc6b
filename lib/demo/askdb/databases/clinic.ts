import { Random } from '../../random'
import { day, people, rows } from '../people'
import { columns, type Database } from '../schema'

const random = new Random('askdb/clinic')
export const specialties = [
  'cardiology',
  'dermatology',
  'neurology',
  'orthopaedics',
  'ophthalmology',
  'general practice',
]
export const towns = ['Ashbury', 'Colden', 'Marwick', 'Penhale', 'Stowe', 'Wrenfield']
export const insurances = { private: 'PR', statutory: 'ST', 'self-paying': 'SP' }
export const kept = {
  kept: 'K',
  'cancelled by the patient': 'CP',
  'cancelled by the clinic': 'CC',
  'missed without notice': 'NS',
}
export const urgencies = { urgent: '1-URGENT', soon: '2-SOON', routine: '3-ROUTINE' }
export const drugs = ['amlodipine', 'ibuprofen', 'sertraline', 'metformin', 'salbutamol', 'omeprazole', 'cetirizine']

const doctorNames = people(random, 18)
const doctors = rows(
  18,
  (id) => [`Dr ${doctorNames[id - 1]}`, specialties[id % specialties.length] ?? '', random.between(101, 320)] as const,
)
const patientNames = people(random, 110)
const patients = rows(
  110,
  (id) =>
    [
      patientNames[id - 1] ?? '',
      random.between(1934, 2018),
      random.pick(towns),
      random.pick(Object.values(insurances)),
    ] as const,
)
const appointments = rows(
  460,
  () =>
    [
      random.between(1, 18),
      random.between(1, 110),
      day(random, 2022, 2024),
      random.pick([10, 15, 20, 30, 45]),
      random.weighted([
        ['K', 7],
        ['CP', 1.4],
        ['CC', 0.8],
        ['NS', 1.1],
      ]),
    ] as const,
)
const referrals = rows(
  190,
  () =>
    [
      random.between(1, 110),
      random.between(1, 18),
      random.pick(specialties),
      random.weighted([
        ['3-ROUTINE', 5],
        ['2-SOON', 3],
        ['1-URGENT', 2],
      ]),
      day(random, 2022, 2024),
    ] as const,
)
const prescriptions = rows(
  300,
  () =>
    [
      random.between(1, 110),
      random.between(1, 18),
      random.pick(drugs),
      random.pick([5, 7, 10, 14, 30, 90]),
      day(random, 2022, 2024),
    ] as const,
)

/** An outpatient clinic. Insurance, the fate of appointments and the urgency of referrals are codes. */
export const clinic: Database = {
  name: 'clinic',
  about: 'appointments, referrals and prescriptions of an outpatient clinic',
  tables: [
    { name: 'doctor', columns: columns('id integer', 'name text', 'specialty text', 'room integer'), rows: doctors },
    {
      name: 'patient',
      columns: columns('id integer', 'name text', 'born integer', 'town text', 'insurance text'),
      rows: patients,
    },
    {
      name: 'appointment',
      columns: columns(
        'id integer',
        'doctor_id → doctor',
        'patient_id → patient',
        'held date',
        'minutes integer',
        'outcome text',
      ),
      rows: appointments,
    },
    {
      name: 'referral',
      columns: columns(
        'id integer',
        'patient_id → patient',
        'doctor_id → doctor',
        'specialty text',
        'urgency text',
        'written date',
      ),
      rows: referrals,
    },
    {
      name: 'prescription',
      columns: columns(
        'id integer',
        'patient_id → patient',
        'doctor_id → doctor',
        'drug text',
        'days integer',
        'written date',
      ),
      rows: prescriptions,
    },
  ],
}
