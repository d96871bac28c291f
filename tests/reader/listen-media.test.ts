import { JSDOM } from 'jsdom';
import { describe, expect, it, vi } from 'vitest';
import { MediaKeys } from '../../src/reader/listen-media.ts';

function mount(refused: string[] = []) {
  const { window } = new JSDOM('');
  const handlers = new Map<string, (() => void) | null>();
  const session = {
    metadata: null as object | null,
    playbackState: 'none',
    setActionHandler(action: string, handler: (() => void) | null) {
      if (refused.includes(action)) throw new TypeError('unknown action');
      handlers.set(action, handler);
    },
  };
  Object.defineProperty(window.navigator, 'mediaSession', { value: session });
  Object.assign(window, {
    MediaMetadata: class {
      constructor(init: object) {
        Object.assign(this, init);
      }
    },
  });
  const actions = { play: vi.fn(), pause: vi.fn(), previoustrack: vi.fn(), nexttrack: vi.fn(), stop: vi.fn() };
  return { session, handlers, actions, keys: new MediaKeys(window.document, actions) };
}

describe('the media keys', () => {
  it('show what is heard and answer as long as there is something to go on with', () => {
    const { session, handlers, actions, keys } = mount();
    keys.show('Harbour frozen', 'The Bay', true);
    expect(session.metadata).toEqual({ title: 'Harbour frozen', artist: 'The Bay' });
    expect(session.playbackState).toBe('playing');
    handlers.get('nexttrack')?.();
    expect(actions.nexttrack).toHaveBeenCalledOnce();
    keys.show('Harbour frozen', 'The Bay', false);
    expect(session.playbackState).toBe('paused');
    handlers.get('play')?.();
    expect(actions.play).toHaveBeenCalledOnce();
    keys.clear();
    expect([session.metadata, session.playbackState]).toEqual([null, 'none']);
    expect([...handlers.values()]).toEqual([null, null, null, null, null]);
  });

  it('leave the session of a page alone in which nothing was read', () => {
    const { session, handlers, keys } = mount();
    session.metadata = { title: 'A song' };
    keys.clear();
    expect(session.metadata).toEqual({ title: 'A song' });
    expect(handlers.size).toBe(0);
  });

  it('do without the actions that a browser does not know, and without a session', () => {
    const { handlers, keys } = mount(['stop']);
    keys.show('Harbour frozen', null, true);
    expect([...handlers.keys()]).toEqual(['play', 'pause', 'previoustrack', 'nexttrack']);
    const bare = new MediaKeys(new JSDOM('').window.document, mount().actions);
    expect(() => bare.show('Harbour frozen', null, true)).not.toThrow();
  });
});
