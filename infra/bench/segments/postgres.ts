import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { percentile } from '../figures.ts';

const run = promisify(execFile);

export const hasPostgres = (): Promise<boolean> =>
  Promise.all(['initdb', 'postgres', 'psql'].map((program) => run(program, ['--version']))).then(
    () => true,
    () => false,
  );

/** PostgreSQL refuses root: then it is nobody's. */
async function whose(): Promise<{ uid?: number; gid?: number }> {
  if (process.getuid?.() !== 0) return {};
  const [uid, gid] = await Promise.all(
    ['-u', '-g'].map(async (flag) => Number((await run('id', [flag, 'nobody'])).stdout)),
  );
  return { uid: uid!, gid: gid! };
}

/** A server of its own on a socket in a folder of its own, gone with the end of the scope. */
export async function startPostgres() {
  const owner = await whose();
  const folder = await mkdtemp(join(tmpdir(), 'bench-postgres-'));
  if (owner.uid !== undefined) await chown(folder, owner.uid, owner.gid!);
  const at = { ...owner, cwd: folder };
  await run('initdb', ['-D', 'cluster', '-U', 'bench', '-A', 'trust', '--no-sync'], at);
  const settings = ['listen_addresses=', `unix_socket_directories=${folder}`, 'work_mem=512MB', 'fsync=off'];
  const server = spawn('postgres', ['-D', 'cluster', ...settings.flatMap((each) => ['-c', each])], {
    ...at,
    stdio: 'ignore',
  });

  const psql = async (...commands: string[]): Promise<string> => {
    const args = ['-h', folder, '-U', 'bench', '-d', 'postgres', '-X', '-At', '-v', 'ON_ERROR_STOP=1'];
    const { stdout } = await run('psql', [...args, ...commands.flatMap((command) => ['-c', command])]);
    return stdout;
  };
  while (!(await psql('select 1').catch(() => ''))) await wait(50);

  return {
    psql,
    async [Symbol.asyncDispose]() {
      const ended = once(server, 'exit');
      server.kill('SIGINT');
      await ended;
      await rm(folder, { recursive: true });
    },
  };
}
type Postgres = Awaited<ReturnType<typeof startPostgres>>;

const measures = ['last_paid_on', 'frequency', 'monetary', 'market'] as const;

const byNtile = (measure: string): string => `ntile(5) over (partition by ${measure} is null order by ${measure})`;

/** Of the share that is worse: how many are, and from that the score in whole numbers. */
const byRule = (measure: string): string => {
  const known = `count(${measure}) over ()`;
  const worse = `round(percent_rank() over (partition by ${measure} is null order by ${measure}) * (${known} - 1))::bigint`;
  return `case when ${measure} = max(${measure}) over () then 5
    else greatest(1, (5 * ${worse} + ${known} - 2) / nullif(${known} - 1, 0)) end`;
};

const scored = (score: (measure: string) => string): string =>
  `select r, f, m, p, count(*) from (select ${measures
    .map((measure, at) => `${score(measure)} as ${'rfmp'[at]}, ${measure}`)
    .join(', ')} from payers) scored group by r, f, m, p, market is null`;

/** Milliseconds of a pass by NTILE and by our rule, and how many our rule puts in each cell. */
export async function measurePostgres({ psql }: Postgres, csv: string, repeats: number) {
  await psql(
    'drop table if exists payers',
    'create table payers (last_paid_on int, frequency int, monetary float8, market float8)',
    `\\copy payers from '${csv}' with (format csv)`,
    'vacuum analyze payers',
  );
  const timed = async (query: string): Promise<number> => {
    const repeated = Array.from({ length: repeats }, () => query);
    const told = await psql('\\timing on', ...repeated);
    const times = [...told.matchAll(/^Time: ([\d.]+) ms/gm)].map(([, ms]) => Number(ms));
    return percentile(times, 50);
  };
  const version = (await psql('show server_version')).split(' ')[0]!;
  const ntile = await timed(scored(byNtile));
  const rule = await timed(scored(byRule));

  const cells = new Array<number>(125).fill(0);
  const rows = await psql(`select r, f, m, sum(count) from (${scored(byRule)}) each group by r, f, m`);
  for (const row of rows.trim().split('\n')) {
    const [r, f, m, count] = row.split('|').map(Number) as [number, number, number, number];
    cells[(r - 1) * 25 + (f - 1) * 5 + m - 1] = count;
  }
  return { version, ntile, rule, cells };
}
