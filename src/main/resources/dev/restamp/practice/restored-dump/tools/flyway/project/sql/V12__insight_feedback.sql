-- feedback on insights, soft delete of conversations

CREATE TABLE ai_insight_feedback (
    id UUID NOT NULL,
    insight_id UUID NOT NULL,
    user_id UUID NOT NULL,
    helpful BOOLEAN NOT NULL,
    comment TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY(insight_id) REFERENCES ai_insights (id) ON DELETE CASCADE,
    FOREIGN KEY(user_id) REFERENCES users (id) ON DELETE CASCADE,
    CONSTRAINT uq_ai_insight_feedback_insight_user UNIQUE (insight_id, user_id)
);

ALTER TABLE conversations ADD COLUMN deleted_at TIMESTAMP WITH TIME ZONE;

ALTER TABLE conversations ALTER COLUMN provider SET NOT NULL;
