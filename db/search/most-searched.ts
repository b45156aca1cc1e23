/** Of a text, so many code points can be found. PostgreSQL keeps at most 1 MB of words of a text, and a letter takes 4 bytes at most. */
export const mostSearched = 200_000
