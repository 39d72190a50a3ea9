--liquibase formatted sql

--changeset ana:7
--comment: AI chat: conversations and messages
CREATE TABLE conversations (
    id UUID NOT NULL,
    user_id UUID NOT NULL,
    mode VARCHAR(50) DEFAULT 'green' NOT NULL,
    provider VARCHAR(32) DEFAULT 'openai',
    meta_data JSONB DEFAULT '{}'::jsonb NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(user_id) REFERENCES users (id) ON DELETE CASCADE
);

CREATE INDEX ix_conversations_user_created ON conversations (user_id, created_at);

CREATE TYPE chat_role AS ENUM ('user', 'assistant', 'system');

CREATE TABLE conversation_messages (
    id UUID NOT NULL,
    conversation_id UUID NOT NULL,
    role chat_role NOT NULL,
    content TEXT NOT NULL,
    tool_calls JSONB,
    latency_ms INTEGER,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(conversation_id) REFERENCES conversations (id) ON DELETE CASCADE
);

CREATE INDEX ix_conversation_messages_tool_calls ON conversation_messages USING gin (tool_calls);

CREATE TABLE user_preferences (
    user_id UUID NOT NULL,
    theme VARCHAR(20) DEFAULT 'light' NOT NULL,
    watched_symbols VARCHAR(20)[] DEFAULT '{}' NOT NULL,
    PRIMARY KEY (user_id)
);

ALTER TABLE user_preferences ADD CONSTRAINT fk_user_preferences_user FOREIGN KEY(user_id) REFERENCES users (id) ON DELETE CASCADE;
