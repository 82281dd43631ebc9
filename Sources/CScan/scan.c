#include "CScan.h"

#include <stdbool.h>
#include <string.h>

#if defined(__x86_64__)
#include <immintrin.h>
#elif defined(__aarch64__)
#include <arm_neon.h>
#endif

/// One bit for each of 64 bytes.
typedef struct {
    uint64_t commas, newlines, quotes;
} masks;

/// Every bit from an odd quotation mark (included) to the next (excluded): what lies inside quotes.
static inline uint64_t inside(uint64_t quotes) {
    for (int shift = 1; shift < 64; shift *= 2) quotes ^= quotes << shift;
    return quotes;
}

/// Writes where the bits of a mask are, from `at` on, and returns how many there are. May write up to fifteen more.
static inline uint32_t extract(uint32_t *fields, uint32_t at, uint64_t marks) {
    const uint32_t count = (uint32_t)__builtin_popcountll(marks);
    // Four at a time without asking whether there are so many: guessing wrong costs more than writing in vain.
    for (uint32_t i = 0; i < count; i += 4) {
        for (uint32_t j = 0; j < 4; j++, marks &= marks - 1) {
            fields[i + j] = at + (uint32_t)__builtin_ctzll(marks | 1ull << 63);
        }
    }
    return count;
}

// The walk is the same for every processor; only how bytes become masks, and masks become places, differs. So index.inc
// is compiled once for each set of instructions. What bytes there were at all is gathered in a `seen`, and asked of it
// at the end: whether any was zero, and whether any was above 127.

#if defined(__x86_64__)

typedef struct {
    __m128i least, any;
} seen_sse2;

static inline masks classify_sse2(const uint8_t *bytes, seen_sse2 *seen) {
    masks found = {0};
    for (int part = 0; part < 4; part++) {
        const __m128i block = _mm_loadu_si128((const __m128i *)(bytes + 16 * part));
#define BITS(byte) ((uint64_t)(uint16_t)_mm_movemask_epi8(_mm_cmpeq_epi8(block, _mm_set1_epi8(byte))) << (16 * part))
        found.commas |= BITS(',');
        found.newlines |= BITS('\n');
        found.quotes |= BITS('"');
#undef BITS
        seen->least = _mm_min_epu8(seen->least, block);
        seen->any = _mm_or_si128(seen->any, block);
    }
    return found;
}

static inline bool any_zero_sse2(seen_sse2 seen) {
    return _mm_movemask_epi8(_mm_cmpeq_epi8(seen.least, _mm_setzero_si128())) != 0;
}

static inline bool any_high_sse2(seen_sse2 seen) { return _mm_movemask_epi8(seen.any) != 0; }

#define SEEN seen_sse2
#define NOTHING_SEEN {_mm_set1_epi8(-1), _mm_setzero_si128()}
#define ANY_ZERO any_zero_sse2
#define ANY_HIGH any_high_sse2
#define CLASSIFY classify_sse2
#define EXTRACT extract
#define INDEX index_sse2
#include "index.inc"

#pragma clang attribute push(__attribute__((target("avx2,bmi,popcnt"))), apply_to = function)

typedef struct {
    __m256i least, any;
} seen_avx2;

static inline masks classify_avx2(const uint8_t *bytes, seen_avx2 *seen) {
    const __m256i low = _mm256_loadu_si256((const __m256i *)bytes);
    const __m256i top = _mm256_loadu_si256((const __m256i *)(bytes + 32));
#define BITS(block, byte) (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(block, _mm256_set1_epi8(byte)))
#define BOTH(byte) (BITS(low, byte) | (uint64_t)BITS(top, byte) << 32)
    seen->least = _mm256_min_epu8(seen->least, _mm256_min_epu8(low, top));
    seen->any = _mm256_or_si256(seen->any, _mm256_or_si256(low, top));
    return (masks){.commas = BOTH(','), .newlines = BOTH('\n'), .quotes = BOTH('"')};
#undef BOTH
#undef BITS
}

static inline bool any_zero_avx2(seen_avx2 seen) {
    return _mm256_movemask_epi8(_mm256_cmpeq_epi8(seen.least, _mm256_setzero_si256())) != 0;
}

static inline bool any_high_avx2(seen_avx2 seen) { return _mm256_movemask_epi8(seen.any) != 0; }

/// `extract` with the processor's own instruction, which knows what to say of no bits.
static inline uint32_t extract_avx2(uint32_t *fields, uint32_t at, uint64_t marks) {
    const uint32_t count = (uint32_t)_mm_popcnt_u64(marks);
    for (uint32_t i = 0; i < count; i += 4) {
        for (uint32_t j = 0; j < 4; j++, marks = _blsr_u64(marks)) {
            fields[i + j] = at + (uint32_t)_tzcnt_u64(marks);
        }
    }
    return count;
}

#define SEEN seen_avx2
#define NOTHING_SEEN {_mm256_set1_epi8(-1), _mm256_setzero_si256()}
#define ANY_ZERO any_zero_avx2
#define ANY_HIGH any_high_avx2
#define CLASSIFY classify_avx2
#define EXTRACT extract_avx2
#define INDEX index_avx2
#include "index.inc"

#pragma clang attribute pop
#pragma clang attribute push(__attribute__((target("avx512bw,avx512vbmi2,bmi,popcnt"))), apply_to = function)

typedef struct {
    __m512i least, any;
} seen_avx512;

static inline masks classify_avx512(const uint8_t *bytes, seen_avx512 *seen) {
    const __m512i block = _mm512_loadu_si512(bytes);
    seen->least = _mm512_min_epu8(seen->least, block);
    seen->any = _mm512_or_si512(seen->any, block);
    return (masks){
        .commas = _mm512_cmpeq_epi8_mask(block, _mm512_set1_epi8(',')),
        .newlines = _mm512_cmpeq_epi8_mask(block, _mm512_set1_epi8('\n')),
        .quotes = _mm512_cmpeq_epi8_mask(block, _mm512_set1_epi8('"')),
    };
}

static inline bool any_zero_avx512(seen_avx512 seen) { return _mm512_testn_epi8_mask(seen.least, seen.least) != 0; }

static inline bool any_high_avx512(seen_avx512 seen) { return _mm512_movepi8_mask(seen.any) != 0; }

/// The same, sixteen at a time: the numbers 0 to 63 are pressed together to those whose bit is set.
static inline uint32_t extract_avx512(uint32_t *fields, uint32_t at, uint64_t marks) {
    static const uint8_t numbers[64] = {
        0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27,
        28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55,
        56, 57, 58, 59, 60, 61, 62, 63};
    const uint32_t count = (uint32_t)__builtin_popcountll(marks);
    uint8_t places[64];
    const __m512i pressed = _mm512_maskz_compress_epi8(marks, _mm512_loadu_si512(numbers));
    const __m512i base = _mm512_set1_epi32((int)at);
    _mm512_storeu_si512(fields, _mm512_add_epi32(base, _mm512_cvtepu8_epi32(_mm512_castsi512_si128(pressed))));
    if (count > 16) {
        _mm512_storeu_si512(places, pressed);
        for (uint32_t i = 16; i < count; i++) fields[i] = at + places[i];
    }
    return count;
}

#define SEEN seen_avx512
#define NOTHING_SEEN {_mm512_set1_epi8(-1), _mm512_setzero_si512()}
#define ANY_ZERO any_zero_avx512
#define ANY_HIGH any_high_avx512
#define CLASSIFY classify_avx512
#define EXTRACT extract_avx512
#define INDEX index_avx512
#include "index.inc"

#pragma clang attribute pop

int cscan_levels(void) {
    if (__builtin_cpu_supports("avx512vbmi2")) return 3;
    return __builtin_cpu_supports("avx2") ? 2 : 1;
}

cscan_result cscan_index(
    int level, const uint8_t *bytes, size_t start, size_t end, uint32_t *fields, size_t field_room,
    cscan_record *records, size_t record_room) {
    switch (level) {
        case 3: return index_avx512(bytes, start, end, fields, field_room, records, record_room);
        case 2: return index_avx2(bytes, start, end, fields, field_room, records, record_room);
        default: return index_sse2(bytes, start, end, fields, field_room, records, record_room);
    }
}

#else

#if defined(__aarch64__)

static inline uint64_t equal64(const uint8x16_t block[4], uint8_t byte) {
    const uint8x16_t bit = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
    uint8x16_t part[4];
    for (int i = 0; i < 4; i++) part[i] = vandq_u8(vceqq_u8(block[i], vdupq_n_u8(byte)), bit);
    uint8x16_t sum = vpaddq_u8(vpaddq_u8(part[0], part[1]), vpaddq_u8(part[2], part[3]));
    sum = vpaddq_u8(sum, sum);
    return vgetq_lane_u64(vreinterpretq_u64_u8(sum), 0);
}

typedef struct {
    uint8x16_t least, any;
} seen_any;

static inline masks classify(const uint8_t *bytes, seen_any *seen) {
    uint8x16_t block[4];
    for (int part = 0; part < 4; part++) {
        block[part] = vld1q_u8(bytes + 16 * part);
        seen->least = vminq_u8(seen->least, block[part]);
        seen->any = vorrq_u8(seen->any, block[part]);
    }
    return (masks){
        .commas = equal64(block, ','), .newlines = equal64(block, '\n'), .quotes = equal64(block, '"')};
}

static inline bool any_zero(seen_any seen) { return vminvq_u8(seen.least) == 0; }

static inline bool any_high(seen_any seen) { return vmaxvq_u8(seen.any) >= 128; }

#define NOTHING_SEEN {vdupq_n_u8(255), vdupq_n_u8(0)}

#else

typedef struct {
    uint8_t least, any;
} seen_any;

static inline masks classify(const uint8_t *bytes, seen_any *seen) {
    masks found = {0};
    for (int i = 0; i < 64; i++) {
        const uint64_t bit = 1ull << i;
        if (bytes[i] == ',') found.commas |= bit;
        if (bytes[i] == '\n') found.newlines |= bit;
        if (bytes[i] == '"') found.quotes |= bit;
        if (bytes[i] < seen->least) seen->least = bytes[i];
        seen->any |= bytes[i];
    }
    return found;
}

static inline bool any_zero(seen_any seen) { return seen.least == 0; }

static inline bool any_high(seen_any seen) { return seen.any >= 128; }

#define NOTHING_SEEN {255, 0}

#endif

#define SEEN seen_any
#define ANY_ZERO any_zero
#define ANY_HIGH any_high
#define CLASSIFY classify
#define EXTRACT extract
#define INDEX index_any
#include "index.inc"

int cscan_levels(void) { return 1; }

cscan_result cscan_index(
    int level, const uint8_t *bytes, size_t start, size_t end, uint32_t *fields, size_t field_room,
    cscan_record *records, size_t record_room) {
    (void)level;
    return index_any(bytes, start, end, fields, field_room, records, record_room);
}

#endif

#if defined(__x86_64__)
#define FOR_EACH_PROCESSOR __attribute__((target_clones("avx2", "default")))
#else
#define FOR_EACH_PROCESSOR
#endif

// The compiler turns this into wide instructions by itself: 240 times one stays in a byte, and is a whole
// number of wide steps.
FOR_EACH_PROCESSOR
cscan_counts cscan_count(const uint8_t *bytes, size_t count) {
    cscan_counts total = {0, 0};
    while (count > 0) {
        const size_t stretch = count < 240 ? count : 240;
        uint8_t quotes = 0, newlines = 0;
        for (size_t i = 0; i < stretch; i++) {
            quotes += bytes[i] == '"';
            newlines += bytes[i] == '\n';
        }
        total.quotes += quotes;
        total.newlines += newlines;
        bytes += stretch;
        count -= stretch;
    }
    return total;
}
