"""All tables: importing this module fills the metadata, for migrations, tests and the privacy registry."""

from app.activity import models as activity
from app.auth import models as auth
from app.bookings import models as bookings
from app.calendars import models as calendars
from app.certificates import models as certificates
from app.competences import models as competences
from app.courses import models as courses
from app.db import Base
from app.disclosure import models as disclosure
from app.doors import models as doors
from app.events import models as events
from app.feedback import models as feedback
from app.files import models as files
from app.jobs import models as jobs
from app.mandatory import models as mandatory
from app.notifications import models as notifications
from app.pages import models as pages
from app.panels import models as panels
from app.people import models as people
from app.plans import models as plans
from app.qualifications import models as qualifications
from app.requests import models as requests
from app.stands import models as stands
from app.studio import models as studio
from app.tasks import models as tasks
from app.visibility import models as visibility

PACKAGES = (
    activity,
    auth,
    bookings,
    calendars,
    certificates,
    competences,
    courses,
    disclosure,
    doors,
    events,
    feedback,
    files,
    jobs,
    mandatory,
    notifications,
    pages,
    panels,
    people,
    plans,
    qualifications,
    requests,
    stands,
    studio,
    tasks,
    visibility,
)

metadata = Base.metadata
