-- SPDX-License-Identifier: EUPL-1.2
-- For the days that come: the next ones are read from here, without the rest. With what joins and is counted, so that no row is read for it.
CREATE INDEX plan_step_by_day ON plan_step (workspace_id, due, step_id, plan_id) WHERE state = 'promised' AND due <> '';
CREATE INDEX plan_by_day ON plan (workspace_id, due, plan_id, state) WHERE due <> '';
