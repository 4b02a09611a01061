-- A list that is brought in is sorted in files now, and compared while both are read.
DROP TABLE mailbox_import;
