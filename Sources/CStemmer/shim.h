// Snowball's stemmers: what is left of a word without its ending.
#include <libstemmer.h>
