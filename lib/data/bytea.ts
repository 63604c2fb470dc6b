/** Bytes as PostgreSQL reads them from text, in a parameter and in COPY alike. Takes hexadecimal. */
export const bytea = (hex: string): string => `\\x${hex}`
