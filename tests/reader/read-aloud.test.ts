import { describe, expect, it, vi } from 'vitest';
import type { ListeningPart, ListeningSubject } from '../../src/reader/listening-ports.ts';
import { createReadAloud } from '../../src/reader/read-aloud.ts';

function stage() {
  const ended = new AbortController();
  const subject = { shown: { signal: ended.signal } } as ListeningSubject;
  const part = { toggle: vi.fn(), readAloud: vi.fn(async () => 'no-voice' as const), stopReadingAloud: vi.fn() };
  let bring = (_part: ListeningPart | null) => {};
  const readAloud = createReadAloud(subject, () => new Promise((resolve) => (bring = resolve)));
  return { ended, subject, part, readAloud, bring: (come: ListeningPart | null) => bring(come) };
}

describe('reading a short text aloud', () => {
  it('hands it to the part that reads, and tells what came of it', async () => {
    const { subject, part, readAloud, bring } = stage();
    const spoken = readAloud.speak('A word.', 'en');
    bring(part);
    expect(await spoken).toBe('no-voice');
    expect(part.readAloud.mock.calls).toEqual([[subject, 'A word.', 'en']]);
    readAloud.stop();
    expect(part.stopReadingAloud).toHaveBeenCalledWith(subject);
  });

  it('speaks nothing that was stopped while the part was still coming', async () => {
    const { part, readAloud, bring } = stage();
    const spoken = readAloud.speak('A word.', 'en');
    readAloud.stop();
    bring(part);
    expect(await spoken).toBeNull();
    expect(part.readAloud).not.toHaveBeenCalled();
  });

  it('speaks nothing of an article that is not on show any more', async () => {
    const { ended, part, readAloud, bring } = stage();
    const spoken = readAloud.speak('A word.', 'en');
    ended.abort();
    bring(part);
    expect(await spoken).toBeNull();
    expect(part.readAloud).not.toHaveBeenCalled();
  });

  it('says so where the part does not come', async () => {
    const { readAloud, bring } = stage();
    const spoken = readAloud.speak('A word.', 'en');
    bring(null);
    expect(await spoken).toBe('synthesis-failed');
  });
});
