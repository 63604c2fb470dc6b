import type { Subject } from '../question'
import { bikeshare } from './bikeshare'
import { bikeshareQuestions } from './bikeshare-questions'
import { cinema } from './cinema'
import { cinemaQuestions } from './cinema-questions'
import { clinic } from './clinic'
import { clinicQuestions } from './clinic-questions'
import { ferry } from './ferry'
import { ferryQuestions } from './ferry-questions'
import { library } from './library'
import { libraryQuestions } from './library-questions'
import { museum } from './museum'
import { museumQuestions } from './museum-questions'

/** Every database that can be asked, with the kinds of question about it. */
export const subjects: readonly Subject[] = [
  { database: library, kinds: libraryQuestions },
  { database: clinic, kinds: clinicQuestions },
  { database: bikeshare, kinds: bikeshareQuestions },
  { database: cinema, kinds: cinemaQuestions },
  { database: ferry, kinds: ferryQuestions },
  { database: museum, kinds: museumQuestions },
]
