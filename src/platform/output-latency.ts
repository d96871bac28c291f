/**
 * Whether a browser may be asked how far its loudspeaker is behind (`AudioContext.outputLatency`). Firefox hands the question to
 * PulseAudio on Linux, in whose locks the whole page can stand still for half a minute.
 * @param userAgent what the browser says that it is
 */
export function tellsOutputLatency(userAgent: string): boolean {
  return !/\bLinux\b.*\bFirefox\//.test(userAgent);
}
