-- Asked at every lesson.
CREATE INDEX training_event_taken_back ON training_event (taken_back_at);
