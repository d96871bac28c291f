import { describe, expect, it, vi } from 'vitest';
import { keepPackagedScript, loadPackagedScript } from '../../src/platform/packaged-script.ts';

/** What a service worker is to these functions. */
class FakeWorker extends EventTarget {
  readonly importScripts = vi.fn((path: string) => {
    if (path !== 'voice.js') throw new Error('not kept');
  });
}

describe('in a service worker', () => {
  it('loads a script while it is installed, and not before', () => {
    const worker = new FakeWorker();
    keepPackagedScript(worker, 'voice.js');
    expect(worker.importScripts).not.toHaveBeenCalled();
    worker.dispatchEvent(new Event('install'));
    expect(worker.importScripts).toHaveBeenCalledExactlyOnceWith('voice.js');
  });

  it('loads it again when it is needed, and tells when it cannot', async () => {
    const worker = new FakeWorker();
    await loadPackagedScript(worker, 'voice.js');
    expect(worker.importScripts).toHaveBeenCalledExactlyOnceWith('voice.js');
    await expect(loadPackagedScript(worker, 'other.js')).rejects.toThrow('not kept');
  });
});

it('keeps nothing where the background is a page', () => {
  const page = new EventTarget();
  keepPackagedScript(page, 'voice.js');
  expect(page.dispatchEvent(new Event('install'))).toBe(true);
});
