import Meetings
import Membership
import Partnership
import Storage
import Web
import WorkingDays

extension HomeTask {
    /// What is kept from the public and is to be looked at again, as the first page says it.
    init(_ review: WithheldReview) {
        self.init(
            "Look again at what is kept from the public: \(review.title)", detail: "Due on \(review.due.words)",
            state: Tag("To do", .waiting),
            at: "/committees/meetings/\(review.meeting)/agenda/items/\(review.item)/review")
    }
}
