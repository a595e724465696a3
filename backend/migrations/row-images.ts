/**
 * Row images: a trigger notes what a change did to a row, under the number of its transaction, which the journal's entry
 * bears too. A table whose rows people decide about takes part by one statement in its migration. Rows that come and go
 * are noted whole, changed ones by the columns that changed: what is never edited is never copied.
 */

interface Imaged {
  /** The event of the trigger; without it every one. */
  on?: string;
  /** A condition of the trigger, where some changes are not for people to undo. */
  when?: string;
  /** The columns beside `deployment_id` that name a row. */
  key?: readonly string[];
  /** They are kept as they are stored; JSON would round them. */
  geometry?: readonly string[];
}

const quoted = (names: readonly string[]): string => `'${names.join(',')}'`;

/** The table needs a column `deployment_id`. It must not hold what erasure has to find: contacts, addresses, sealed bytes. */
export function keepImagesOf(table: string, imaged: Imaged = {}): string {
  const { on = 'insert or update or delete', when, key = ['id'], geometry = [] } = imaged;
  return `create trigger keep_row_image after ${on} on ${table} for each row
    ${when === undefined ? '' : `when (${when})`}
    execute function keep_row_image(${quoted(key)}, ${quoted(geometry)})`;
}

export const keepRowImage = `create function keep_row_image() returns trigger language plpgsql as $$
declare
  was jsonb;
  now_is jsonb;
  whole jsonb;
  named jsonb;
  part text;
  exact text;
begin
  if tg_op <> 'INSERT' then was := to_jsonb(old); end if;
  if tg_op <> 'DELETE' then now_is := to_jsonb(new); end if;
  if tg_argv[1] <> '' then
    foreach part in array string_to_array(tg_argv[1], ',') loop
      if was is not null then
        execute format('select ($1).%I::text', part) into exact using old;
        was := was || jsonb_build_object(part, exact);
      end if;
      if now_is is not null then
        execute format('select ($1).%I::text', part) into exact using new;
        now_is := now_is || jsonb_build_object(part, exact);
      end if;
    end loop;
  end if;
  whole := coalesce(now_is, was);
  select jsonb_object_agg(k, whole -> k) into named from unnest(string_to_array(tg_argv[0], ',')) as k;
  if tg_op = 'UPDATE' then
    select jsonb_object_agg(key, value), jsonb_object_agg(key, now_is -> key) into was, now_is
      from jsonb_each(was) where value is distinct from now_is -> key;
    if was is null then return null; end if;
  end if;
  insert into row_images (deployment_id, table_name, row_key, before, after)
    values ((whole ->> 'deployment_id')::uuid, tg_table_name, named, was, now_is);
  return null;
end
$$`;
