import Storage

/// The bank holidays of England and Wales, with Good Friday and Christmas Day, which are holidays by common law.
///
/// They are right from 1974, when New Year’s Day became one, and as far ahead as nobody proclaims anything else. The
/// law is the Banking and Financial Dealings Act 1971: schedule 1 names Easter Monday, the last Mondays in May and in
/// August, and the days after Christmas; under section 1(2) and (3) a proclamation moves one or adds one, which is how
/// New Year’s Day (from 1974), the first Monday in May (from 1978) and every substitute for a Saturday came about. What
/// is proclaimed after this was written is the partnership’s to add, as one of its `Closures`.
public enum BankHolidays {
    /// From this year on they are right.
    public static let firstYear = 1974

    /// What the day is called, "Good Friday" or "Boxing Day (substitute day)"; nil where it is no bank holiday.
    ///
    /// A holiday that falls on a Saturday or Sunday is told at its substitute day alone.
    public static func name(of day: Day) -> String? {
        let yearly: String? =
            switch day.month {
            case 1: newYear(day)
            case 12: christmas(day)
            default: easter(day) ?? monday(day)
            }
        return yearly ?? proclaimed[day]
    }

    /// A year’s, in their order.
    public static func days(in year: Int) -> [(day: Day, name: String)] {
        guard let first = Day(year: year, month: 1, number: 1) else { return [] }
        return (0..<366).compactMap { number in
            let day = first.adding(days: number)
            return day.year == year ? name(of: day).map { (day, $0) } : nil
        }
    }

    /// Easter Sunday in the Gregorian calendar. (The anonymous computus, *Nature*, 20 April 1876; Meeus, *Astronomical
    /// Algorithms*, chapter 8.)
    public static func easter(of year: Int) -> Day? {
        let (golden, century, rest) = (year % 19, year / 100, year % 100)
        let moon = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30
        let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7
        let shift = (golden + 11 * moon + 22 * weekday) / 451
        let count = moon + weekday - 7 * shift + 114
        return Day(year: year, month: count / 31, number: count % 31 + 1)
    }

    private static func newYear(_ day: Day) -> String? {
        let name = "New Year’s Day"
        return switch (day.number, Weekday(of: day)) {
        case (1, .saturday), (1, .sunday): nil
        case (1, _): name
        case (2, .monday), (3, .monday): "\(name) (substitute day)"
        default: nil
        }
    }

    /// Schedule 1: 26 December, if it is no Sunday, and 27 December in a year in which the 25th or the 26th is one.
    /// Proclaimed besides: the 28th, where one of them is a Saturday.
    private static func christmas(_ day: Day) -> String? {
        let (christmasDay, boxingDay) = ("Christmas Day", "Boxing Day")
        return switch (day.number, Weekday(of: day)) {
        case (25, .saturday), (25, .sunday), (26, .saturday), (26, .sunday): nil
        case (25, _): christmasDay
        case (26, _): boxingDay
        case (27, .monday), (27, .tuesday): "\(christmasDay) (substitute day)"
        case (28, .monday), (28, .tuesday): "\(boxingDay) (substitute day)"
        default: nil
        }
    }

    private static func easter(_ day: Day) -> String? {
        guard day.month == 3 || day.month == 4, let sunday = easter(of: day.year) else { return nil }
        return switch day.serial - sunday.serial {
        case -2: "Good Friday"
        case 1: "Easter Monday"
        default: nil
        }
    }

    /// The Mondays of May and August, unless a proclamation moved that year’s.
    private static func monday(_ day: Day) -> String? {
        guard Weekday(of: day) == .monday else { return nil }
        return switch (day.month, day.number) {
        case (5, ...7) where day.year >= 1978 && ![1995, 2020].contains(day.year): "Early May bank holiday"
        case (5, 25...) where ![2002, 2012, 2022].contains(day.year): "Spring bank holiday"
        case (8, 25...): "Summer bank holiday"
        default: nil
        }
    }

    /// Days proclaimed for one year, and those to which that year’s Monday in May was moved.
    private static let proclaimed: [Day: String] = [
        (1977, 6, 7, "Silver Jubilee bank holiday"),
        (1981, 7, 29, "Royal Wedding bank holiday"),
        (1995, 5, 8, "Early May bank holiday (VE Day)"),
        (1999, 12, 31, "Millennium bank holiday"),
        (2002, 6, 3, "Golden Jubilee bank holiday"),
        (2002, 6, 4, "Spring bank holiday"),
        (2011, 4, 29, "Royal Wedding bank holiday"),
        (2012, 6, 4, "Spring bank holiday"),
        (2012, 6, 5, "Diamond Jubilee bank holiday"),
        (2020, 5, 8, "Early May bank holiday (VE Day)"),
        (2022, 6, 2, "Spring bank holiday"),
        (2022, 6, 3, "Platinum Jubilee bank holiday"),
        (2022, 9, 19, "Bank Holiday for the State Funeral of Queen Elizabeth II"),
        (2023, 5, 8, "Bank holiday for the coronation of King Charles III"),
    ].reduce(into: [:]) { days, holiday in
        guard let day = Day(year: holiday.0, month: holiday.1, number: holiday.2) else { return }
        days[day] = holiday.3
    }
}
