import Storage

/// Which days count as clear days. No statute settles it; a body’s constitution or standing orders do. (*R v
/// Herefordshire County Council*; *Swansea City Council, ex parte Elitestone* 1993; Local Government Act 1972, section
/// 243.)
///
/// Its raw value is what is stored.
public enum DayCounting: String, Sendable, Hashable, CaseIterable {
    /// Monday to Friday, without bank holidays, office closures and proclaimed days.
    case working
    /// As `working`, and without the Christmas break and the Easter break of section 243.
    case strict
    /// As section 243 is read for parish and town councils: Saturdays count; Sundays, bank holidays, proclaimed days and
    /// the two breaks do not. The closing of an office leaves no day out.
    case section243 = "s243-sat"
    /// Every day of the calendar, as the 28 clear days before a key decision are commonly counted.
    case calendar

    /// For a form or a table: "Working days".
    public var name: String {
        switch self {
        case .working: "Working days"
        case .strict: "Working days, without the Christmas and Easter breaks"
        case .section243: "Section 243 days, with Saturdays"
        case .calendar: "Every day of the calendar"
        }
    }

    /// In a sentence, what counts and what does not.
    public var words: String {
        switch self {
        case .working:
            "Saturdays, Sundays, bank holidays and days on which the offices are closed do not count."
        case .strict:
            "Saturdays, Sundays, bank holidays, days on which the offices are closed, and the Christmas and Easter "
                + "breaks of section 243 of the Local Government Act 1972 do not count."
        case .section243:
            "Saturdays count. Sundays, bank holidays, days of public thanksgiving or mourning, and the Christmas and "
                + "Easter breaks of section 243 of the Local Government Act 1972 do not."
        case .calendar: "Every day counts, whether the offices are open or closed."
        }
    }

    /// Why a day does not count: "Saturday", "Good Friday", "Christmas break", "The offices are closed: training day".
    /// Nil where it counts.
    public func reasonLeftOut(_ day: Day, closures: Closures = .none) -> String? {
        switch self {
        case .working: closures.reasonClosed(day)
        case .strict: closures.reasonClosed(day) ?? Self.statutoryBreak(day)
        case .section243:
            Weekday(of: day) == .sunday
                ? Weekday.sunday.name
                : BankHolidays.name(of: day) ?? closures.proclaimed[day] ?? Self.statutoryBreak(day)
        case .calendar: nil
        }
    }

    /// The day that is so many counted days after another, which is not counted itself: the fifth working day after a
    /// decision was published, on which its call-in ends.
    ///
    /// - Parameter days: up to 1,000; what is less than none is none.
    public func day(_ days: Int, after start: Day, closures: Closures = .none) -> CountedDay {
        let days = min(max(days, 0), 1_000)
        var verdicts = [DayVerdict(day: start, standing: .start, reason: "It runs from this day, which is not counted")]
        var (day, count) = (start, 0)
        while count < days {
            let next = day.adding(days: 1)
            guard next != day else { break }
            day = next
            if let reason = reasonLeftOut(day, closures: closures) {
                verdicts.append(DayVerdict(day: day, standing: .leftOut, reason: reason))
            } else {
                count += 1
                verdicts.append(DayVerdict(day: day, standing: .counted(count), reason: "Counted: day \(count)"))
            }
        }
        return CountedDay(day: day, days: verdicts)
    }

    /// Section 243(4) of the Local Government Act 1972: from the last weekday before Christmas Day to the first after it
    /// that is no bank holiday, and from the Thursday before Easter Day to the Tuesday after.
    static func statutoryBreak(_ day: Day) -> String? {
        if let easter = BankHolidays.easter(of: day.year), (-3...2).contains(day.serial - easter.serial) {
            return "Easter break"
        }
        guard day.month == 12, let christmas = Day(year: day.year, month: 12, number: 25) else { return nil }
        var (first, last) = (christmas.adding(days: -1), christmas.adding(days: 1))
        while Weekday(of: first) >= .saturday { first = first.adding(days: -1) }
        while Closures.none.reasonClosed(last) != nil { last = last.adding(days: 1) }
        return (first...last).contains(day) ? "Christmas break" : nil
    }
}
