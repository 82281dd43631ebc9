/// Whether less of what is measured is good, more of it is, or neither may be said.
///
/// It is always given, never guessed. Where recording effort drives the count there is no judgement: recorded drug and
/// weapon offences, stalking, domestic abuse. More of them may mean that more is found, not that more is done.
public enum Polarity: String, CaseIterable, Hashable, Sendable {
    case lowIsGood
    case highIsGood
    case noJudgement
}

/// What a comparison says of an area in words: a judgement where there may be one, the bare direction where there may not.
public enum BenchmarkVerdict: String, Hashable, Sendable {
    case better
    case similar
    case worse
    case lower
    case higher
}
