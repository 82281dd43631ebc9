import Storage
import Testing

@Suite("A time of day is read as people type it")
struct TypedTimeOfDayTests {
    @Test(
        "Each of these is a time",
        arguments: [
            ("7 pm", "19:00"), ("7pm", "19:00"), ("7.30 pm", "19:30"), ("7:30 p.m.", "19:30"), ("19:00", "19:00"),
            ("1900", "19:00"), ("9", "09:00"), ("12 am", "00:00"), ("12 pm", "12:00"), ("noon", "12:00"),
            ("12 noon", "12:00"), ("0.05", "00:05"),
        ])
    func times(_ typed: String, _ time: String) {
        #expect(TimeOfDay(typed: typed)?.description == time)
    }

    @Test(
        "None of these is",
        arguments: ["", "pm", "25:00", "7.60 pm", "13 pm", "0 am", "seven", "7.5", "190", "7.00.00"])
    func none(_ typed: String) {
        #expect(TimeOfDay(typed: typed) == nil)
    }
}
