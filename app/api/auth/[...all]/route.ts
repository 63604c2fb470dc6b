import { answerAuth } from '@/lib/auth/http'

export const GET = answerAuth
export const POST = answerAuth
