import Foundation

/// A day as somebody typed it, in three fields: it may be no day at all.
public struct TypedDay: Hashable, Sendable {
    public enum Part: String, Sendable, CaseIterable {
        case day, month, year
    }

    public var day: String
    public var month: String
    public var year: String

    public init(day: String = "", month: String = "", year: String = "") {
        self.day = day
        self.month = month
        self.year = year
    }

    public var isEmpty: Bool { Part.allCases.allSatisfy { self[$0].isEmpty } }

    /// What was typed into one of the fields, without the blanks around it.
    public subscript(part: Part) -> String {
        switch part {
        case .day: day.trimmingCharacters(in: .whitespaces)
        case .month: month.trimmingCharacters(in: .whitespaces)
        case .year: year.trimmingCharacters(in: .whitespaces)
        }
    }

    /// The day that was meant. A month may be typed as its number, its name, or the first three letters of it.
    ///
    /// - Returns: numbers that the calendar has together.
    public func read() throws(NoSuchDay) -> (year: Int, month: Int, day: Int) {
        if isEmpty { throw NoSuchDay([.init(.day, "enter a day, a month and a year, like 9 2 2016")]) }
        let (dayNumber, monthNumber, yearNumber) = (number(.day, 1...31), monthNumber, number(.year, 1_000...9_999))
        guard let dayNumber, let monthNumber, let yearNumber else {
            var faults: [NoSuchDay.Fault] = []
            if dayNumber == nil { faults.append(.init(.day, advice(.day, "the day, a number from 1 to 31"))) }
            if monthNumber == nil { faults.append(.init(.month, advice(.month, "the month, a number from 1 to 12"))) }
            if yearNumber == nil { faults.append(.init(.year, advice(.year, "the year in four digits, like 2016"))) }
            throw NoSuchDay(faults)
        }
        let last = Self.days(in: monthNumber, of: yearNumber)
        guard dayNumber <= last else {
            let month = "\(monthNames[monthNumber - 1]) \(yearNumber)"
            throw NoSuchDay([.init(.day, "enter a day that there is; \(month) has \(last) days")])
        }
        return (yearNumber, monthNumber, dayNumber)
    }

    /// "9 February 2016"; nothing where there is no such day.
    public var inWords: String? {
        guard let (year, month, day) = try? read() else { return nil }
        return "\(day) \(monthNames[month - 1]) \(year)"
    }

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private func advice(_ part: Part, _ what: String) -> String {
        self[part].isEmpty ? "enter \(what)" : "enter \(what), in place of ‘\(self[part].prefix(20))’"
    }

    private func number(_ part: Part, _ range: ClosedRange<Int>) -> Int? {
        let text = self[part]
        guard !text.isEmpty, text.utf8.count <= 4, text.utf8.allSatisfy(\.isDigit), let number = Int(text) else {
            return nil
        }
        return range.contains(number) ? number : nil
    }

    private var monthNumber: Int? {
        if let number = number(.month, 1...12) { return number }
        let typed = self[.month].lowercased()
        guard typed.count >= 3 else { return nil }
        let names = monthNames.map { $0.lowercased() }
        return names.firstIndex { typed == $0 || typed == $0.prefix(3) }.map { $0 + 1 }
    }
}

extension UInt8 {
    var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}

/// What was typed is no day: what to do about it, for each of the fields at fault.
public struct NoSuchDay: Error, Hashable, Sendable {
    public struct Fault: Hashable, Sendable {
        public let part: TypedDay.Part
        /// An instruction without its first capital, to follow what the day is of: "enter the month, …".
        public let advice: String

        init(_ part: TypedDay.Part, _ advice: String) {
            self.part = part
            self.advice = advice
        }
    }

    public let faults: [Fault]

    init(_ faults: [Fault]) {
        self.faults = faults
    }
}
