-- SPDX-License-Identifier: EUPL-1.2
-- Work that takes longer than a page: what it is, how far it is, what came of it.
create table job (
    id {uuid} not null primary key,
    kind text not null,
    state text not null check (state in ('waiting', 'running', 'done', 'failed', 'cancelled', 'interrupted')),
    done {int} not null,
    total {int} not null,
    stage text not null,
    outcome text not null,
    created_millis {int} not null,
    ended_millis {int} not null
) {strict};
create index job_by_created on job (created_millis, id);
create index job_by_state on job (state);
