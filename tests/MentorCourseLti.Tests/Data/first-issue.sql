-- What a course had written when only the first migration was there: an instructor, a graded reflection, a draft, a grade that arrived.
INSERT INTO "Platforms" ("Id", "Name", "Issuer", "ClientId", "AuthorizationEndpoint", "TokenEndpoint", "JwksUri", "Family", "FrameAncestors", "RemovedAt")
VALUES ('01900000-0000-7000-8000-000000000001', 'Old LMS', 'https://old.example.edu', 'old', 'https://old.example.edu/a', 'https://old.example.edu/t', 'https://old.example.edu/j', 0, '', NULL);
INSERT INTO "Deployments" ("PlatformId", "DeploymentId", "IsApproved") VALUES ('01900000-0000-7000-8000-000000000001', '1', TRUE);
INSERT INTO "Programmes" ("Id", "Title", "StartedAt") VALUES ('01900000-0000-7000-8000-000000000002', 'The wood', '2026-01-12 15:00:00');
INSERT INTO "Courses" ("Id", "ProgrammeId", "PlatformId", "DeploymentId", "ContextId", "Title", "Label", "TimeZone", "LineItemsUrl", "GradeScopes")
VALUES ('01900000-0000-7000-8000-000000000003', '01900000-0000-7000-8000-000000000002', '01900000-0000-7000-8000-000000000001', '1', 'wood', 'The wood', 'BIO 1', 'America/Phoenix', NULL, '');
INSERT INTO "Lanes" ("CourseId", "LeasedBy", "LeasedUntil", "Failures", "NotBefore")
VALUES ('01900000-0000-7000-8000-000000000003', NULL, '2026-01-12 15:00:00', 0, '2026-01-12 15:00:00');
INSERT INTO "Members" ("Id", "CourseId", "Subject", "Name", "Email", "Role", "IsActive", "IsTestUser", "JoinedAt") VALUES
    ('01900000-0000-7000-8000-000000000011', '01900000-0000-7000-8000-000000000003', 'oak', 'The oak', NULL, 3, TRUE, FALSE, '2026-01-12 15:00:00'),
    ('01900000-0000-7000-8000-000000000012', '01900000-0000-7000-8000-000000000003', 'ash', 'The ash', NULL, 1, TRUE, FALSE, '2026-01-13 15:00:00'),
    ('01900000-0000-7000-8000-000000000013', '01900000-0000-7000-8000-000000000003', 'elm', 'The elm', NULL, 1, TRUE, FALSE, '2026-01-13 15:00:00');
INSERT INTO "Rubrics" ("Id", "CourseId", "Title", "Criteria") VALUES ('01900000-0000-7000-8000-000000000021', '01900000-0000-7000-8000-000000000003', 'Listening',
    '[{"key":"a","title":"Hears","description":"What was heard","levels":[{"key":"2","name":"All of it","description":"","points":10},{"key":"1","name":"Some","description":"","points":5}]}]');
INSERT INTO "Activities" ("Id", "CourseId", "Kind", "Title", "Prompt", "Points", "DueAt", "ClosesAt", "RubricId", "CreatedAt")
VALUES ('01900000-0000-7000-8000-000000000031', '01900000-0000-7000-8000-000000000003', 1, 'The first meeting', 'What did you **hear**?', 10, '2026-02-07 06:59:00', NULL, '01900000-0000-7000-8000-000000000021', '2026-01-14 15:00:00');
INSERT INTO "Links" ("Id", "CourseId", "LmsId", "Title", "ActivityId", "LineItemUrl")
VALUES ('01900000-0000-7000-8000-000000000041', '01900000-0000-7000-8000-000000000003', 'tree', 'The tree', '01900000-0000-7000-8000-000000000031', 'https://old.example.edu/li/1');
INSERT INTO "GradeColumns" ("Id", "CourseId", "ActivityId", "LinkId", "LineItemUrl")
VALUES ('01900000-0000-7000-8000-000000000051', '01900000-0000-7000-8000-000000000003', '01900000-0000-7000-8000-000000000031', '01900000-0000-7000-8000-000000000041', 'https://old.example.edu/li/1');
INSERT INTO "Submissions" ("Id", "CourseId", "ActivityId", "MemberId", "DraftText", "DraftVersion", "DraftWords", "DraftSavedAt") VALUES
    ('01900000-0000-7000-8000-000000000061', '01900000-0000-7000-8000-000000000003', '01900000-0000-7000-8000-000000000031', '01900000-0000-7000-8000-000000000012', 'She laughed.', 1, 2, '2026-02-06 10:00:00'),
    ('01900000-0000-7000-8000-000000000062', '01900000-0000-7000-8000-000000000003', '01900000-0000-7000-8000-000000000031', '01900000-0000-7000-8000-000000000013', 'Half a thought', 3, 3, '2026-02-06 11:00:00');
INSERT INTO "Attempts" ("Id", "SubmissionId", "Number", "Text", "Words", "HandedInAt", "TakenBackAt", "GradedAt")
VALUES ('01900000-0000-7000-8000-000000000071', '01900000-0000-7000-8000-000000000061', 1, 'She laughed.', 2, '2026-02-06 10:05:00', NULL, '2026-02-08 10:05:00');
INSERT INTO "Assessments" ("Id", "CourseId", "AttemptId", "GraderId", "RubricThen", "Marks", "Comment", "Version", "ChangedAt", "ReleasedAt", "Score", "OutOf")
VALUES ('01900000-0000-7000-8000-000000000081', '01900000-0000-7000-8000-000000000003', '01900000-0000-7000-8000-000000000071', '01900000-0000-7000-8000-000000000011',
    '[{"key":"a","title":"Hears","description":"What was heard","levels":[{"key":"2","name":"All of it","description":"","points":10},{"key":"1","name":"Some","description":"","points":5}]}]',
    '[{"criterion":"a","level":"1","comment":"And then?"}]', 'You listened.', 1, '2026-02-08 10:05:00', '2026-02-08 10:05:00', 5, 10);
INSERT INTO "Deliveries" ("Id", "CourseId", "ColumnId", "ActivityId", "MemberId", "Score", "OutOf", "Comment", "SubmittedAt", "Attempt", "ChangedAt", "Version", "State", "Tries", "NextTryAt",
    "LastAnswer", "SendingVersion", "SentVersion", "SentScore", "SentOutOf", "SentComment", "SentAttempt", "SentAt", "SentTimestamp", "SeenScore", "SeenOutOf", "SeenAt")
VALUES ('01900000-0000-7000-8000-000000000091', '01900000-0000-7000-8000-000000000003', '01900000-0000-7000-8000-000000000051', '01900000-0000-7000-8000-000000000031', '01900000-0000-7000-8000-000000000012',
    5, 10, 'You listened.', '2026-02-06 10:05:00', 1, '2026-02-08 10:05:00', 2, 1, 0, '2026-02-08 10:05:00', 0, NULL, 2, 5, 10, 'You listened.', 1, '2026-02-08 10:05:01', '2026-02-08 10:05:00', 5, 10, '2026-02-08 10:05:02');
INSERT INTO "Receipts" ("DeliveryId", "At", "Score", "OutOf", "Answer", "Status", "Detail") VALUES ('01900000-0000-7000-8000-000000000091', '2026-02-08 10:05:01', 5, 10, 0, 200, NULL);
