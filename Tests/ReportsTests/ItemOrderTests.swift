import ScratchDatabases
import Storage
import Testing

@testable import Reports

@Suite("What stands in an order can be moved, removed and put back where it was")
struct ItemOrderTests {
    private let ids: [ID<ReportItem>] = (0..<4).map { _ in Identities.system.new(at: Scratch.noon) }

    @Test("one moves by a place, and not past an end")
    func moving() {
        let order = ItemOrder(ids)

        #expect(order.moving(ids[1], up: true)?.ids == [ids[1], ids[0], ids[2], ids[3]])
        #expect(order.moving(ids[0], up: true) == nil)
        #expect(order.moving(ids[3], up: false) == nil)
    }

    @Test("one that was removed goes back behind the nearest before it that is still there")
    func returning() throws {
        let before = ItemOrder(ids)
        let without = try #require(before.removing(ids[2])?.removing(ids[1]))

        #expect(without.returning(ids[2], asIn: before)?.ids == [ids[0], ids[2], ids[3]])
        #expect(ItemOrder([ids[3]]).returning(ids[0], asIn: before)?.ids == [ids[0], ids[3]])
        #expect(before.returning(ids[0], asIn: before) == nil, "it is there already")
    }

    @Test("places are read back as they were written", arguments: ["title", "sections", "nonsense", "title/x"])
    func places(text: String) {
        let place = ReportPlace(text)

        #expect(place?.description == (["title", "sections"].contains(text) ? text : nil))
    }
}
