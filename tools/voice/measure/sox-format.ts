/** The sound that Lectern makes, as SoX is told of it: 16 bits, one channel, without a header. */
export const RAW_SOUND = ['-t', 'raw', '-e', 'signed', '-b', '16', '-c', '1'];
