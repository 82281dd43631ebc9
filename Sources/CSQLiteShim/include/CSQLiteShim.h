#ifndef CSQLITESHIM_H
#define CSQLITESHIM_H

struct sqlite3;

/// Keeps a connection from checkpointing when it is closed. sqlite3_db_config takes variable arguments, which Swift
/// can't call.
void csqlite_leave_checkpointing(struct sqlite3 *connection);

/// The version of the SQLite that is linked, such as 3040001.
int csqlite_version_number(void);

#endif
