-- The first schema of Assay. Drafted by prisma/draft-migration.mjs; written by hand: the extension, COLLATE "C" on text
-- that decides an order, and everything after "By hand". Keeps to the dialect of PostgreSQL 15.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- CreateEnum
CREATE TYPE "role" AS ENUM ('annotator', 'lead', 'researcher', 'admin');

-- CreateEnum
CREATE TYPE "person_kind" AS ENUM ('person', 'operator', 'system');

-- CreateEnum
CREATE TYPE "source_origin" AS ENUM ('upload', 'command', 'example');

-- CreateEnum
CREATE TYPE "record_outcome" AS ENUM ('imported', 'duplicate', 'quarantined');

-- CreateEnum
CREATE TYPE "reward_kind" AS ENUM ('success', 'step success', 'F1', 'score');

-- CreateEnum
CREATE TYPE "gold_doubt" AS ENUM ('none', 'suspected', 'confirmed', 'dismissed');

-- CreateEnum
CREATE TYPE "method" AS ENUM ('exploration', 'answer forcing', 'heuristic search', 'reformatting', 'human', 'unknown');

-- CreateEnum
CREATE TYPE "reward_origin" AS ENUM ('recorded', 'by construction', 'recomputed');

-- CreateEnum
CREATE TYPE "stop_reason" AS ENUM ('answered', 'turn limit', 'cut output', 'refusal', 'crash', 'unknown');

-- CreateEnum
CREATE TYPE "sample_kind" AS ENUM ('trajectory', 'chat', 'code');

-- CreateEnum
CREATE TYPE "outcome" AS ENUM ('open', 'accepted', 'fix', 'rejected', 'disputed');

-- CreateEnum
CREATE TYPE "gold_match" AS ENUM ('exact', 'in order', 'any order', 'state changing', 'solved differently', 'partial', 'different', 'gold empty', 'no gold');

-- CreateEnum
CREATE TYPE "verdict_choice" AS ENUM ('accept', 'fix', 'reject', 'withdrawn');

-- CreateEnum
CREATE TYPE "job_state" AS ENUM ('queued', 'running', 'done', 'failed', 'cancelled');

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "kind" "person_kind" NOT NULL DEFAULT 'person',
    "name" TEXT COLLATE "C" NOT NULL,
    "email" TEXT COLLATE "C",
    "role" "role" NOT NULL,
    "example" BOOLEAN NOT NULL DEFAULT false,
    "disabled_at" TIMESTAMPTZ(3),
    "failed_sign_ins" INTEGER NOT NULL DEFAULT 0,
    "locked_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" "role" NOT NULL,
    "token_hash" TEXT NOT NULL,
    "person_id" UUID,
    "invited_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "auth_user" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "auth_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "auth_session" (
    "id" UUID NOT NULL,
    "token" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "auth_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "auth_account" (
    "id" UUID NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "auth_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "auth_verification" (
    "id" UUID NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "auth_verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "auth_rate_limit" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "last_request" BIGINT NOT NULL,

    CONSTRAINT "auth_rate_limit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "source" (
    "id" UUID NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "format" TEXT COLLATE "C",
    "format_reason" TEXT,
    "sha256" TEXT NOT NULL,
    "byte_count" BIGINT NOT NULL,
    "origin" "source_origin" NOT NULL,
    "origin_url" TEXT,
    "licence" TEXT,
    "model" TEXT,
    "method" "method",
    "task_name" TEXT,
    "completeness" JSONB NOT NULL DEFAULT '{}',
    "options" JSONB NOT NULL DEFAULT '{}',
    "tool_version" TEXT NOT NULL,
    "next_offset" BIGINT NOT NULL DEFAULT 0,
    "scan" JSONB,
    "record_count" INTEGER NOT NULL DEFAULT 0,
    "imported_count" INTEGER NOT NULL DEFAULT 0,
    "duplicate_count" INTEGER NOT NULL DEFAULT 0,
    "quarantined_count" INTEGER NOT NULL DEFAULT 0,
    "gold_linked_count" INTEGER NOT NULL DEFAULT 0,
    "trajectory_count" INTEGER NOT NULL DEFAULT 0,
    "agent_turn_count" INTEGER NOT NULL DEFAULT 0,
    "action_count" INTEGER NOT NULL DEFAULT 0,
    "searched_up_to" INTEGER NOT NULL DEFAULT 0,
    "imported_by_id" UUID NOT NULL,
    "job_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "record" (
    "source_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "offset" BIGINT NOT NULL,
    "line" INTEGER,
    "length" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,
    "sha256" BYTEA NOT NULL,
    "key" TEXT,
    "outcome" "record_outcome" NOT NULL,
    "reason" TEXT,
    "field" TEXT,

    CONSTRAINT "record_pkey" PRIMARY KEY ("source_id","ordinal")
);

-- CreateTable
CREATE TABLE "task" (
    "id" UUID NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "title" TEXT NOT NULL,
    "skill" TEXT,
    "component" TEXT NOT NULL DEFAULT 'agent',
    "reward_kind" "reward_kind" NOT NULL DEFAULT 'success',
    "reward_threshold" DOUBLE PRECISION NOT NULL DEFAULT 1,
    "held_out" BOOLEAN,
    "grammar" TEXT,
    "difficulties" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "instance" (
    "id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "key" TEXT COLLATE "C" NOT NULL,
    "group_key" TEXT,
    "cluster_key" TEXT,
    "instruction" TEXT NOT NULL,
    "difficulty" TEXT COLLATE "C",
    "split" TEXT,

    CONSTRAINT "instance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "gold_sequence" (
    "id" UUID NOT NULL,
    "instance_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "origin" TEXT NOT NULL,
    "actions" JSONB NOT NULL,
    "answer" TEXT,
    "content_hash" BYTEA NOT NULL,
    "doubt" "gold_doubt" NOT NULL DEFAULT 'none',
    "doubt_reason" TEXT,

    CONSTRAINT "gold_sequence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "trajectory" (
    "id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "record_ordinal" INTEGER NOT NULL,
    "part" INTEGER NOT NULL DEFAULT 0,
    "external_id" TEXT COLLATE "C" NOT NULL,
    "task_id" UUID NOT NULL,
    "instance_id" UUID,
    "kind" "sample_kind" NOT NULL DEFAULT 'trajectory',
    "title" TEXT COLLATE "C" NOT NULL,
    "model" TEXT COLLATE "C",
    "method" "method" NOT NULL DEFAULT 'unknown',
    "attempt" INTEGER,
    "reward_final" DOUBLE PRECISION,
    "reward_max" DOUBLE PRECISION,
    "reward_origin" "reward_origin",
    "stop_reason" "stop_reason" NOT NULL DEFAULT 'unknown',
    "content_hash" BYTEA NOT NULL,
    "dedupe_key" BYTEA NOT NULL,
    "step_count" INTEGER NOT NULL,
    "agent_turn_count" INTEGER NOT NULL,
    "action_count" INTEGER NOT NULL,
    "gold_action_count" INTEGER,
    "gold_match" "gold_match" NOT NULL DEFAULT 'no gold',
    "gold_progress" DOUBLE PRECISION,
    "strip" TEXT NOT NULL DEFAULT '',
    "flag_count" INTEGER NOT NULL DEFAULT 0,
    "outcome" "outcome" NOT NULL DEFAULT 'open',
    "verdict_count" INTEGER NOT NULL DEFAULT 0,
    "current_revision_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "trajectory_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "preamble" (
    "hash" BYTEA NOT NULL,
    "messages" JSONB NOT NULL,

    CONSTRAINT "preamble_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "revision" (
    "id" UUID NOT NULL,
    "trajectory_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "parent_id" UUID,
    "instruction" TEXT NOT NULL,
    "preamble_hash" BYTEA,
    "parser_version" INTEGER NOT NULL DEFAULT 1,
    "verified_at" TIMESTAMPTZ(3),
    "note" TEXT,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "step" (
    "revision_id" UUID NOT NULL,
    "index" INTEGER NOT NULL,
    "turn" INTEGER NOT NULL,
    "anchor" BYTEA NOT NULL,
    "rationale" TEXT,
    "action_name" TEXT,
    "action_arguments" JSONB,
    "action_raw" TEXT,
    "action_kind" TEXT,
    "observation" TEXT,
    "observation_kind" TEXT,
    "errored" BOOLEAN,
    "reward" DOUBLE PRECISION,
    "loss" BOOLEAN,

    CONSTRAINT "step_pkey" PRIMARY KEY ("revision_id","index")
);

-- CreateTable
CREATE TABLE "alignment" (
    "revision_id" UUID NOT NULL,
    "gold_id" UUID NOT NULL,
    "best" BOOLEAN NOT NULL,
    "exact" BOOLEAN,
    "in_order" BOOLEAN,
    "any_order" BOOLEAN,
    "state_changing" BOOLEAN,
    "precision" DOUBLE PRECISION,
    "recall" DOUBLE PRECISION,
    "modes" JSONB,
    "progress" DOUBLE PRECISION,
    "first_divergence" INTEGER,
    "rows" JSONB NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "alignment_pkey" PRIMARY KEY ("revision_id","gold_id")
);

-- CreateTable
CREATE TABLE "flag" (
    "id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "step_index" INTEGER NOT NULL,
    "anchor" BYTEA NOT NULL,
    "detector" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "span_text" TEXT NOT NULL,
    "span_hash" BYTEA NOT NULL,
    "evidence" JSONB NOT NULL,
    "confidence" DOUBLE PRECISION NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "flag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "flag_decision" (
    "id" UUID NOT NULL,
    "trajectory_id" UUID NOT NULL,
    "detector" TEXT NOT NULL,
    "anchor" BYTEA NOT NULL,
    "span_hash" BYTEA NOT NULL,
    "decision" TEXT NOT NULL,
    "note" TEXT,
    "person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "flag_decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "search_chunk" (
    "id" BIGSERIAL NOT NULL,
    "revision_id" UUID NOT NULL,
    "step_index" INTEGER NOT NULL,
    "part" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "words" tsvector NOT NULL,

    CONSTRAINT "search_chunk_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review" (
    "id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "queue_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verdict" (
    "id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "choice" "verdict_choice" NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "actions_right" TEXT,
    "rationale_honest" TEXT,
    "person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "verdict_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "job" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "state" "job_state" NOT NULL DEFAULT 'queued',
    "input" JSONB NOT NULL,
    "done" BIGINT NOT NULL DEFAULT 0,
    "total" BIGINT,
    "unit" TEXT NOT NULL DEFAULT 'bytes',
    "rate" DOUBLE PRECISION,
    "starts" INTEGER NOT NULL DEFAULT 0,
    "message" TEXT,
    "result" JSONB,
    "error" TEXT,
    "queue" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "progressed_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "job_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "worker" (
    "id" TEXT NOT NULL,
    "host" TEXT NOT NULL,
    "pid" INTEGER NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "worker_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "parameters" JSONB NOT NULL,
    "inputs" JSONB NOT NULL,
    "result" JSONB NOT NULL,
    "job_id" UUID,
    "person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "entry" (
    "seq" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "person_id" UUID NOT NULL,
    "act" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "detail" JSONB NOT NULL,
    "previous" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "entry_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "entry_head" (
    "id" INTEGER NOT NULL,
    "seq" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "entry_head_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "view" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "query" TEXT NOT NULL,
    "sort" TEXT NOT NULL,
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "view_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");

-- CreateIndex
CREATE INDEX "invitation_email_idx" ON "invitation"("email");

-- CreateIndex
CREATE UNIQUE INDEX "auth_user_email_key" ON "auth_user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "auth_session_token_key" ON "auth_session"("token");

-- CreateIndex
CREATE INDEX "auth_session_user_id_idx" ON "auth_session"("user_id");

-- CreateIndex
CREATE INDEX "auth_account_user_id_idx" ON "auth_account"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "auth_account_provider_id_account_id_key" ON "auth_account"("provider_id", "account_id");

-- CreateIndex
CREATE INDEX "auth_verification_identifier_idx" ON "auth_verification"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "auth_rate_limit_key_key" ON "auth_rate_limit"("key");

-- CreateIndex
CREATE INDEX "source_sha256_idx" ON "source"("sha256");

-- CreateIndex
CREATE INDEX "source_created_at_idx" ON "source"("created_at");

-- CreateIndex
CREATE INDEX "source_job_id_idx" ON "source"("job_id");

-- CreateIndex
CREATE INDEX "record_source_id_outcome_ordinal_idx" ON "record"("source_id", "outcome", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "task_name_key" ON "task"("name");

-- CreateIndex
CREATE INDEX "instance_task_id_difficulty_idx" ON "instance"("task_id", "difficulty");

-- CreateIndex
CREATE UNIQUE INDEX "instance_task_id_key_key" ON "instance"("task_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "gold_sequence_instance_id_ordinal_key" ON "gold_sequence"("instance_id", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "gold_sequence_instance_id_content_hash_key" ON "gold_sequence"("instance_id", "content_hash");

-- CreateIndex
CREATE INDEX "trajectory_task_id_id_idx" ON "trajectory"("task_id", "id");

-- CreateIndex
CREATE INDEX "trajectory_source_id_id_idx" ON "trajectory"("source_id", "id");

-- CreateIndex
CREATE INDEX "trajectory_instance_id_idx" ON "trajectory"("instance_id");

-- CreateIndex
CREATE INDEX "trajectory_model_id_idx" ON "trajectory"("model", "id");

-- CreateIndex
CREATE INDEX "trajectory_reward_final_id_idx" ON "trajectory"("reward_final", "id");

-- CreateIndex
CREATE INDEX "trajectory_step_count_id_idx" ON "trajectory"("step_count", "id");

-- CreateIndex
CREATE INDEX "trajectory_flag_count_id_idx" ON "trajectory"("flag_count", "id");

-- CreateIndex
CREATE INDEX "trajectory_outcome_id_idx" ON "trajectory"("outcome", "id");

-- CreateIndex
CREATE INDEX "trajectory_gold_match_id_idx" ON "trajectory"("gold_match", "id");

-- CreateIndex
CREATE INDEX "trajectory_external_id_idx" ON "trajectory"("external_id");

-- CreateIndex
CREATE UNIQUE INDEX "trajectory_source_id_record_ordinal_part_key" ON "trajectory"("source_id", "record_ordinal", "part");

-- CreateIndex
CREATE UNIQUE INDEX "revision_trajectory_id_number_key" ON "revision"("trajectory_id", "number");

-- CreateIndex
CREATE INDEX "flag_kind_id_idx" ON "flag"("kind", "id");

-- CreateIndex
CREATE UNIQUE INDEX "flag_revision_id_detector_anchor_span_hash_key" ON "flag"("revision_id", "detector", "anchor", "span_hash");

-- CreateIndex
CREATE INDEX "flag_decision_trajectory_id_detector_anchor_span_hash_creat_idx" ON "flag_decision"("trajectory_id", "detector", "anchor", "span_hash", "created_at");

-- CreateIndex
CREATE INDEX "search_chunk_revision_id_idx" ON "search_chunk"("revision_id");

-- CreateIndex
CREATE INDEX "review_person_id_created_at_idx" ON "review"("person_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "verdict_review_id_version_key" ON "verdict"("review_id", "version");

-- CreateIndex
CREATE INDEX "job_state_created_at_idx" ON "job"("state", "created_at");

-- CreateIndex
CREATE INDEX "report_kind_created_at_idx" ON "report"("kind", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "entry_hash_key" ON "entry"("hash");

-- CreateIndex
CREATE INDEX "entry_subject_subject_id_seq_idx" ON "entry"("subject", "subject_id", "seq");

-- CreateIndex
CREATE INDEX "entry_person_id_seq_idx" ON "entry"("person_id", "seq");

-- CreateIndex
CREATE INDEX "view_person_id_name_idx" ON "view"("person_id", "name");

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_invited_by_id_fkey" FOREIGN KEY ("invited_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "auth_user" ADD CONSTRAINT "auth_user_id_fkey" FOREIGN KEY ("id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "auth_session" ADD CONSTRAINT "auth_session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "auth_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "auth_account" ADD CONSTRAINT "auth_account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "auth_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source" ADD CONSTRAINT "source_imported_by_id_fkey" FOREIGN KEY ("imported_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "record" ADD CONSTRAINT "record_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "instance" ADD CONSTRAINT "instance_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gold_sequence" ADD CONSTRAINT "gold_sequence_instance_id_fkey" FOREIGN KEY ("instance_id") REFERENCES "instance"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "trajectory" ADD CONSTRAINT "trajectory_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "trajectory" ADD CONSTRAINT "trajectory_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "trajectory" ADD CONSTRAINT "trajectory_instance_id_fkey" FOREIGN KEY ("instance_id") REFERENCES "instance"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_trajectory_id_fkey" FOREIGN KEY ("trajectory_id") REFERENCES "trajectory"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_preamble_hash_fkey" FOREIGN KEY ("preamble_hash") REFERENCES "preamble"("hash") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "step" ADD CONSTRAINT "step_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alignment" ADD CONSTRAINT "alignment_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alignment" ADD CONSTRAINT "alignment_gold_id_fkey" FOREIGN KEY ("gold_id") REFERENCES "gold_sequence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "flag" ADD CONSTRAINT "flag_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "flag_decision" ADD CONSTRAINT "flag_decision_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "search_chunk" ADD CONSTRAINT "search_chunk_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdict" ADD CONSTRAINT "verdict_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "review"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdict" ADD CONSTRAINT "verdict_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job" ADD CONSTRAINT "job_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry" ADD CONSTRAINT "entry_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "view" ADD CONSTRAINT "view_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── By hand ────────────────────────────────────────────────────────────────────────────────────────────────────────

-- A duplicate is one among what is not deleted.
CREATE UNIQUE INDEX "trajectory_dedupe_key_key" ON "trajectory"("dedupe_key") WHERE "deleted_at" IS NULL;

-- The list's own order, newest first, over what it shows.
CREATE INDEX "trajectory_shown_idx" ON "trajectory"("id" DESC) WHERE "deleted_at" IS NULL AND "kind" = 'trajectory';

-- One review for a revision, a person and a queue; no queue counts as one.
CREATE UNIQUE INDEX "review_revision_person_queue_key"
  ON "review"("revision_id", "person_id", "queue_id") NULLS NOT DISTINCT;

CREATE INDEX "search_chunk_words_idx" ON "search_chunk" USING gin ("words");
CREATE INDEX "search_chunk_text_idx" ON "search_chunk" USING gin ("text" gin_trgm_ops);

-- A load larger than what is there is indexed afterwards, which takes a third of the time. The application's role owns
-- no table, so it does that through these.
CREATE FUNCTION "drop_search_indexes"() RETURNS void LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
BEGIN
  DROP INDEX IF EXISTS "search_chunk_words_idx", "search_chunk_text_idx";
END
$$;
CREATE FUNCTION "build_search_indexes"() RETURNS void LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = public, pg_temp SET maintenance_work_mem = '256MB' AS $$
BEGIN
  CREATE INDEX IF NOT EXISTS "search_chunk_words_idx" ON "search_chunk" USING gin ("words");
  CREATE INDEX IF NOT EXISTS "search_chunk_text_idx" ON "search_chunk" USING gin ("text" gin_trgm_ops);
END
$$;

-- Every record of a source is accounted for, at every moment.
ALTER TABLE "source" ADD CONSTRAINT "source_accounts_for_every_record"
  CHECK ("record_count" = "imported_count" + "duplicate_count" + "quarantined_count");
ALTER TABLE "record" ADD CONSTRAINT "record_quarantined_with_a_reason"
  CHECK ("outcome" <> 'quarantined' OR "reason" IS NOT NULL);
ALTER TABLE "verdict" ADD CONSTRAINT "verdict_rejects_with_a_note"
  CHECK ("choice" <> 'reject' OR btrim("note") <> '');
ALTER TABLE "flag" ADD CONSTRAINT "flag_span_is_a_span" CHECK ("start" >= 0 AND "end" >= "start");

-- A name stands for one list of a person's.
CREATE UNIQUE INDEX "view_person_name_key" ON "view"("person_id", "name") WHERE "deleted_at" IS NULL;

-- The audit log is written once.
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the table % is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER "entry_is_append_only" BEFORE UPDATE OR DELETE ON "entry"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "entry_is_never_truncated" BEFORE TRUNCATE ON "entry"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "entry_head" ADD CONSTRAINT "entry_head_is_one_row" CHECK ("id" = 1);
INSERT INTO "entry_head" ("id", "seq", "hash") VALUES (1, 0, decode(repeat('00', 32), 'hex'));

-- The actors that are nobody in particular.
INSERT INTO "person" ("id", "kind", "name", "role") VALUES
  ('00000000-0000-7000-8000-000000000001', 'operator', 'operator', 'admin'),
  ('00000000-0000-7000-8000-000000000002', 'system', 'Assay', 'admin');
