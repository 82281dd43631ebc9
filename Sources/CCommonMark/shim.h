// Debian's CommonMark parser and its tables: the tree only, for the pages are made of it elsewhere.
#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>
