import Membership
import Testing

@Suite("A telephone number as people write it")
struct TelephoneNumberTests {
    @Test(
        "it is kept as it is written, and dialled without what is only for the eye",
        arguments: [
            ("01843 577000", "01843577000"), ("(01843) 577-000", "01843577000"), ("101", "101"),
            ("+44 (0)1843 577000", "+441843577000"), ("01843 577000 ext. 12", "01843577000"),
            ("01843 577000 x12", "01843577000"), ("  020  7946   0018 ", "02079460018"),
        ])
    func read(text: String, dialled: String) {
        #expect(TelephoneNumber(text)?.dialled == dialled)
        #expect(TelephoneNumber(text)?.description.hasPrefix(" ") == false)
    }

    @Test(
        "what is none is not taken for one",
        arguments: [
            "", "ring me", "12", "0800 CALL NOW", "01843 577000; 01843 577001", "<b>01843", "+", "ext. 12 12 12",
        ])
    func refused(text: String) {
        #expect(TelephoneNumber(text) == nil)
    }
}
