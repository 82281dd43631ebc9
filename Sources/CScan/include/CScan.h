// The one thing Swift cannot say well yet: comparing sixteen bytes at once and getting a bit for each.
#ifndef CSCAN_H
#define CSCAN_H

#include <stddef.h>
#include <stdint.h>

/// Where a record begins, and which of the field ends is its first. A sentinel follows the last record.
typedef struct {
    /// Byte offset of the record's first byte.
    uint32_t start;
    /// Index of its first field end, with CSCAN_QUOTED set where the record holds a quotation mark.
    uint32_t first_field;
} cscan_record;

#define CSCAN_QUOTED 0x80000000u

typedef struct {
    uint32_t fields;
    uint32_t records;
    /// Some byte is above 127: check the text as UTF-8.
    uint8_t has_high_bytes;
    /// Some byte is 0: not text.
    uint8_t has_zero_bytes;
    /// The bytes end inside a quoted field.
    uint8_t ends_in_quotes;
    /// There was not room enough, and nothing else here means anything.
    uint8_t needs_room;
} cscan_result;

typedef struct {
    size_t quotes;
    size_t newlines;
} cscan_counts;

/// Counts the quotation marks and the newlines.
cscan_counts cscan_count(const uint8_t *bytes, size_t count);

/// How many sets of instructions this processor has that `cscan_index` knows: the last is the fastest.
int cscan_levels(void);

/// Finds every field and record of RFC 4180 text in bytes[start ..< end], which must begin at a record.
/// A field end is the offset of the byte after the field; the carriage return of CRLF belongs to no field.
/// The last record need not end in a newline.
/// `level` is 1 to `cscan_levels()`; what is found does not depend on it.
/// There is always room enough with CSCAN_ROOM more fields and records than bytes, and nearly always with far fewer.
cscan_result cscan_index(
    int level, const uint8_t *bytes, size_t start, size_t end, uint32_t *fields, size_t field_room,
    cscan_record *records, size_t record_room);

/// As many as one step may write, and the last field and the sentinel.
#define CSCAN_ROOM 82

#endif
