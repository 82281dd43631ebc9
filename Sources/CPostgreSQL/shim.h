// libpq, PostgreSQL's own library.
#ifndef FRANKPLEDGE_POSTGRESQL_SHIM_H
#define FRANKPLEDGE_POSTGRESQL_SHIM_H

#include <libpq-fe.h>

#endif
