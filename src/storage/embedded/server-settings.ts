const mebibyte = 1024 * 1024;

export interface ServerSettingsInput {
  readonly socketFolder: string;
  readonly logFolder: string;
  /** What this process and the server may use together. */
  readonly memoryBytes: number;
  /** Size of /dev/shm; 0 where there is none. */
  readonly sharedMemoryBytes: number;
  /** A server for tests: nothing survives a power cut, everything is faster. */
  readonly ephemeral: boolean;
}

/**
 * The server's settings for this workload: a few dozen connections of one application, large set-based statements,
 * solid-state disks. Nothing that a customer typed reaches the log: no statements, no parameters, no DETAIL lines,
 * no ERROR messages (they quote values; the application hears them anyway).
 */
export function serverSettings(input: ServerSettingsInput): string {
  const settings = { ...placeSettings(input), ...memorySettings(input), ...workloadSettings, ...logSettings };
  const durability = input.ephemeral ? ephemeralSettings : durableSettings;
  const lines = Object.entries({ ...settings, ...durability }).map(
    ([name, value]) => `${name} = ${quoted(value)}`,
  );
  return `# Written by Vigente at every start; changes here are lost.\n${lines.join('\n')}\n`;
}

function quoted(value: string): string {
  return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}

function placeSettings(input: ServerSettingsInput) {
  return {
    listen_addresses: '',
    // The setting is a list; in double quotes a comma is part of the name, and a double quote is doubled.
    unix_socket_directories: `"${input.socketFolder.replaceAll('"', '""')}"`,
    unix_socket_permissions: '0700',
    port: '5432',
    log_directory: input.logFolder,
  };
}

function memorySettings({ memoryBytes, sharedMemoryBytes }: ServerSettingsInput) {
  const memory = Math.floor(memoryBytes / mebibyte);
  return {
    shared_buffers: `${Math.max(16, Math.min(512, Math.floor(memory / 4)))}MB`,
    effective_cache_size: `${Math.max(64, Math.floor(memory / 2))}MB`,
    work_mem: '32MB',
    maintenance_work_mem: '256MB',
    // Containers often get a /dev/shm of 64 MB, which one parallel hash join can fill.
    dynamic_shared_memory_type: sharedMemoryBytes >= 256 * mebibyte ? 'posix' : 'sysv',
  };
}

const workloadSettings = {
  max_connections: '100',
  max_wal_size: '2GB',
  random_page_cost: '1.1',
  jit: 'off',
  timezone: 'UTC',
  lc_messages: 'C',
};

const logSettings = {
  logging_collector: 'on',
  // One file per weekday, begun afresh when its day comes round: the log never holds more than a week.
  log_filename: 'server-%a.log',
  log_rotation_age: '1d',
  log_rotation_size: '0',
  log_truncate_on_rotation: 'on',
  log_file_mode: '0600',
  log_timezone: 'UTC',
  log_line_prefix: '%m [%p] ',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_statement: 'none',
  log_min_duration_statement: '-1',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_connections: '',
  log_checkpoints: 'off',
};

const durableSettings = { fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on' };

const ephemeralSettings = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
};
