// Argon2, the winner of the Password Hashing Competition, as its authors wrote it (RFC 9106).
#ifndef FRANKPLEDGE_ARGON2_SHIM_H
#define FRANKPLEDGE_ARGON2_SHIM_H

#include <argon2.h>

#endif
