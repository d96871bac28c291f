/** How long an answer may take, in milliseconds: long enough for a transcript on a slow machine. */
const PATIENCE = 15_000;

/** What `ask` answers; 'no-answer' where it rejects or takes too long. Never rejects. */
export async function answerOf<Answer>(ask: () => Promise<Answer>): Promise<Answer | 'no-answer'> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<'no-answer'>((resolve) => {
    timer = setTimeout(resolve, PATIENCE, 'no-answer');
  });
  try {
    return await Promise.race([ask(), tooLate]);
  } catch {
    return 'no-answer';
  } finally {
    clearTimeout(timer);
  }
}
