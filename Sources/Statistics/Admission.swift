// What may enter a calculation. Every public initialiser asks here first, so that no formula meets a value it can't bear.

extension Int {
    /// This count as a number the formulas can use exactly.
    func admitted() throws(StatisticsRefusal) -> Double {
        guard self >= 0 else { throw .negativeCount(self) }
        guard self <= 1 << 53 else { throw .countTooLarge(self) }
        return Double(self)
    }
}

extension [Int] {
    /// The sum of these counts, each of them and their sum admitted.
    func admittedTotal() throws(StatisticsRefusal) -> Int {
        var total = 0
        for count in self {
            _ = try count.admitted()
            total += count
            _ = try total.admitted()
        }
        return total
    }
}

extension Double {
    /// This population, exposure or multiplier, known to be positive and finite.
    func admittedExposure() throws(StatisticsRefusal) -> Double {
        guard self > 0, isFinite else { throw .notPositive(self) }
        return self
    }

    /// This answer, known to be a finite number.
    func admittedAnswer() throws(StatisticsRefusal) -> Double {
        guard isFinite else { throw .outOfRange }
        return self
    }
}

extension Double {
    /// This value or limit, known to be a finite number.
    func admittedValue() throws(StatisticsRefusal) -> Double {
        guard isFinite else { throw .notFinite(self) }
        return self
    }

    /// This share of a distribution, known to lie between 0 and 1.
    func admittedProbability() throws(StatisticsRefusal) -> Double {
        guard self >= 0, self <= 1 else { throw .probability(self) }
        return self
    }
}

extension Collection {
    /// Known to have as many rows as another column.
    func admitAsMany(as other: some Collection) throws(StatisticsRefusal) {
        guard count == other.count else { throw .lengthsDiffer(count, other.count) }
    }
}
