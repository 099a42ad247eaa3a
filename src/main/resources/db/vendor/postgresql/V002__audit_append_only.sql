-- The application has no way to change the audit log; on PostgreSQL the database refuses it as well.
create function refuse_audit_change() returns trigger language plpgsql as $$
begin
  raise exception 'The audit log is append-only';
end
$$;
create trigger audit_entry_append_only before update or delete on audit_entry for each row execute function refuse_audit_change();
